import { useMutation, useQueries, useQueryClient } from '@tanstack/react-query';
import { useLocation, useNavigate } from 'react-router';
import { keys, type LookUpInput } from '../../api/keys.ts';
import { importPayment, type LookUpResult, paymentLookUpQuery } from '../../api/payments.ts';
import { paths, placeOf } from '../../app/paths.ts';
import { useEnvironment } from '../../app/use-environment.ts';
import { Amount } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { type Catalogue, useWords } from '../../words/words.tsx';
import { PaymentStatus } from '../cells/payment-status.tsx';
import styles from './look-up.module.css';
import { useAskedProviders } from './use-asked-providers.ts';

type Answer = LookUpResult['answers'][number] & { input: LookUpInput };

function answerWords({ payments: { lookUp }, common }: Catalogue, { outcome, provider }: Answer): string {
  const name = common.providers[provider];
  const words: Record<Answer['outcome'], string> = {
    found: lookUp.found(name),
    in_ledger: lookUp.inLedger,
    not_found: lookUp.notFound(name),
    unavailable: lookUp.unavailable(name),
    cannot_look_up: lookUp.cannotLookUp(name),
  };
  return words[outcome];
}

interface LookUpAnswersProps {
  /** What is asked, each of all providers that have such payments. */
  inputs: readonly LookUpInput[];
  /** False while the question is only about to be asked. */
  isAsked: boolean;
  /** Called when a person goes on to a payment that was found or imported. */
  onLeave?: () => void;
}

/** What the providers say about a value, and the ways on: import what our ledger lacks, open what it holds. */
export function LookUpAnswers({ inputs, isAsked, onLeave }: LookUpAnswersProps) {
  const words = useWords();
  const { lookUp } = words.payments;
  const { name: environment } = useEnvironment();
  const names = useAskedProviders(inputs.map(({ kind }) => kind));
  const navigate = useNavigate();
  const { pathname, search: query } = useLocation();
  const queryClient = useQueryClient();
  const asked = useQueries({
    queries: inputs.map((input) => ({ ...paymentLookUpQuery(environment, input), enabled: isAsked })),
  });
  const answers = inputs.flatMap((input, index): Answer[] =>
    (asked[index]?.data?.answers ?? []).map((answer) => ({ ...answer, input })),
  );
  const open = (kind: LookUpInput['kind'], id: string) => {
    onLeave?.();
    // The list stays as it is where it can hold the payment.
    const place = ([placeOf[kind], 'payments'] as const).find((one) =>
      pathname.startsWith(paths.list(environment, one)),
    );
    navigate(paths.payment(environment, place ?? placeOf[kind], id, place && query));
  };
  const importing = useMutation({
    mutationFn: ({ input, provider }: Answer) => importPayment(environment, { ...input, provider }),
    onSuccess: (payment) => {
      queryClient.setQueryData(keys.payment(environment, payment.id), payment);
      void queryClient.invalidateQueries({ queryKey: keys.paymentPages(environment) });
      void queryClient.invalidateQueries({ queryKey: keys.allPaymentTotals(environment) });
      open(payment.kind, payment.id);
    },
  });
  const isImporting = ({ input, provider }: Answer) =>
    importing.isPending && importing.variables.provider === provider && importing.variables.input.kind === input.kind;

  const unanswered = asked.find(({ error }) => error !== null);
  return (
    <>
      {asked.some(({ isPending }) => isPending) && (
        <p className={styles.asking} role="status">
          <Spinner /> {lookUp.asking(names)}
        </p>
      )}
      <ul>
        {answers.map((answer) => (
          <li key={`${answer.input.kind} ${answer.provider}`} className={styles.answer}>
            <div>
              <p>
                {inputs.length > 1 && `${words.kinds[answer.input.kind].name}: `}
                {answerWords(words, answer)}
              </p>
              {answer.payment && (
                <p className={styles.payment}>
                  <span>{answer.payment.customerName ?? answer.payment.reference ?? answer.input.value}</span>
                  {answer.payment.amountIdr !== null && <Amount amountIdr={answer.payment.amountIdr} />}
                  <PaymentStatus
                    payment={{ status: answer.payment.status, late: false, claimedAt: null, provider: answer.provider }}
                  />
                </p>
              )}
            </div>
            {answer.outcome === 'found' && (
              <Button
                variant="primary"
                size="small"
                busy={isImporting(answer)}
                onClick={() => importing.mutate(answer)}
              >
                {lookUp.import}
              </Button>
            )}
            {answer.payment?.paymentId && (
              <Button size="small" onClick={() => open(answer.input.kind, answer.payment?.paymentId ?? '')}>
                {lookUp.openFound}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {answers.some(({ outcome }) => outcome === 'found') && <p className={styles.hint}>{lookUp.imported}</p>}
      {importing.error && <ProblemAlert error={importing.error} />}
      {unanswered && <ProblemAlert error={unanswered.error} retry={unanswered} />}
    </>
  );
}
