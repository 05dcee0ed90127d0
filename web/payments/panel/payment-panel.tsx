import { useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate, useOutletContext, useParams } from 'react-router';
import type { EnvironmentName } from '../../api/keys.ts';
import { paymentQuery } from '../../api/payments.ts';
import { ProblemError } from '../../api/problem.ts';
import { type Place, paths } from '../../app/paths.ts';
import { useEnvironment } from '../../app/use-environment.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { useWords } from '../../words/words.tsx';
import type { ListView } from '../kind-view.ts';
import { PanelHead } from './panel-head.tsx';
import { PanelSkeleton } from './panel-skeleton.tsx';
import { PaymentDetails } from './payment-details.tsx';
import styles from './payment-panel.module.css';
import { UnknownPayment } from './unknown-payment.tsx';
import { useKnownRow } from './use-known-row.ts';

/** The open payment: beside the table, or a page of its own on a narrow screen. */
export function PaymentPanel() {
  const { name: environment } = useEnvironment();
  const { id = '' } = useParams();
  const { common, kinds, payment: words } = useWords();
  const { place } = useOutletContext<ListView>();
  const { data: payment, error, refetch, isFetching } = useQuery(paymentQuery(environment, id));
  const row = useKnownRow(environment, id);
  const close = useClose(environment, place);

  const shown = payment ?? row;
  const heading = shown ? kinds[shown.kind].panel(shown.reference) : words.loading;
  const isUnknown = error instanceof ProblemError && ['payment-unknown', 'invalid-request'].includes(error.type);
  return (
    <section className={styles.panel} aria-label={heading} aria-busy={!payment && !error}>
      {shown && (
        <title>{words.title(shown.customerName ?? shown.reference, common.environmentTitles[environment])}</title>
      )}
      <h1 className={styles.pageTitle}>{heading}</h1>
      {isUnknown ? (
        <UnknownPayment id={id} environment={environment} onClose={close} />
      ) : (
        <PanelHead row={shown} onClose={close} />
      )}
      {error && !isUnknown && <ProblemAlert error={error} title={words.loadFailed} retry={{ isFetching, refetch }} />}
      {payment && !isUnknown ? (
        <PaymentDetails key={payment.id} payment={payment} environment={environment} />
      ) : (
        !error && <PanelSkeleton />
      )}
    </section>
  );
}

/** Goes back to the list with the same search; PaymentsPage puts focus back on the row. */
function useClose(environment: EnvironmentName, place: Place): () => void {
  const navigate = useNavigate();
  const { search } = useLocation();
  return () => navigate(paths.list(environment, place, search));
}
