import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { resendOrderPageQuery } from '../../api/resends.ts';
import { paths } from '../../app/paths.ts';
import { useEnvironment } from '../../app/use-environment.ts';
import { PageButtons } from '../../table/page-buttons.tsx';
import { BackLink } from '../../ui/back-link.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useWords } from '../../words/words.tsx';
import { OrderSummary } from './order-summary.tsx';
import styles from './resends.module.css';

/** All orders to send the callbacks of many payments again, newest first. */
export function ResendsPage() {
  const { common, callbacks, resends: words } = useWords();
  const { name: environment } = useEnvironment();
  const [params, setParams] = useSearchParams();
  const { data, error, isPending, isFetching, refetch } = useQuery(
    resendOrderPageQuery(environment, params.get('cursor')),
  );
  return (
    <main className={styles.page}>
      <title>{`${words.title} · ${common.environmentTitles[environment]} · Tautan`}</title>
      <BackLink to={paths.callbacks(environment)}>{callbacks.title}</BackLink>
      <h1>{words.title}</h1>
      {error && <ProblemAlert error={error} title={words.listFailed} retry={{ isFetching, refetch }} />}
      {isPending && <Skeleton heightPx={96} />}
      {data?.items.length === 0 && (
        <p className={styles.explained}>
          {words.none} <Link to={paths.list(environment, 'payments')}>{words.toPayments}</Link>
        </p>
      )}
      <ul className={styles.list}>
        {data?.items.map((order) => (
          <li key={order.id} className={styles.order}>
            <OrderSummary order={order} environment={environment} to={paths.resend(environment, order.id)} />
          </li>
        ))}
      </ul>
      {data && (
        <div className={styles.pages}>
          <PageButtons isByTime {...data} onPage={(cursor) => setParams({ cursor })} />
        </div>
      )}
    </main>
  );
}
