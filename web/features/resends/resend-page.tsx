import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { keys } from '../../api/keys.ts';
import { ProblemError } from '../../api/problem.ts';
import { type ResendOrder, type ResendStep, resendOrderQuery, stepResendOrder } from '../../api/resends.ts';
import { paths } from '../../app/paths.ts';
import { useEnvironment } from '../../app/use-environment.ts';
import { Alert } from '../../ui/alert.tsx';
import { BackLink } from '../../ui/back-link.tsx';
import { Button } from '../../ui/button.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useWords } from '../../words/words.tsx';
import { OrderItems } from './order-items.tsx';
import { OrderSummary } from './order-summary.tsx';
import styles from './resends.module.css';

/** The steps that a state offers; the server refuses any other. */
const stepsOf: Record<ResendOrder['state'], readonly ResendStep[]> = {
  canary: ['cancel'],
  canary_done: ['continue', 'cancel'],
  running: ['pause', 'cancel'],
  paused: ['resume', 'cancel'],
  done: [],
  cancelled: [],
};

/** One order: how far it is, what may be done with it, and the result of each item. */
export function ResendPage() {
  const { common, resends: words } = useWords();
  const { name: environment, may } = useEnvironment();
  const { id = '' } = useParams();
  const queryClient = useQueryClient();
  const { data: order, error, isPending, isFetching, refetch } = useQuery(resendOrderQuery(environment, id));
  const stepping = useMutation({
    mutationFn: (step: ResendStep) => stepResendOrder(environment, id, step),
    onSuccess: (answer) => queryClient.setQueryData(keys.resendOrder(environment, id), answer),
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.resendOrders(environment) }),
  });
  const whyNot = may('callbacks.resend-many') ? null : words.mayNot;
  const isUnknown = error instanceof ProblemError && ['not-found', 'invalid-request'].includes(error.type);
  return (
    <main className={styles.page}>
      <title>{`${words.pageTitle} · ${common.environmentTitles[environment]} · Tautan`}</title>
      <BackLink to={paths.resends(environment)}>{words.title}</BackLink>
      <h1>{isUnknown ? words.unknown : words.pageTitle}</h1>
      {error && !isUnknown && <ProblemAlert error={error} title={words.loadFailed} retry={{ isFetching, refetch }} />}
      {isPending && <Skeleton heightPx={120} />}
      {order && (
        <>
          <OrderSummary order={order} environment={environment} />
          {order.state === 'canary_done' && (
            <Alert tone="warning" title={words.canary.title}>
              {words.canary.detail}
            </Alert>
          )}
          {stepsOf[order.state].length > 0 && (
            <div className={styles.steps}>
              {stepsOf[order.state].map((step) => (
                <Button
                  // What leads on stays one button, so that focus is not lost when one step makes way for the next.
                  key={step === 'cancel' ? 'cancel' : 'lead on'}
                  variant={step === 'continue' || step === 'resume' ? 'primary' : 'secondary'}
                  busy={stepping.isPending && stepping.variables === step}
                  disabledReason={whyNot}
                  hint={step === 'cancel' ? words.steps.cancelHint : null}
                  onClick={() => stepping.mutate(step)}
                >
                  {words.steps[step]}
                </Button>
              ))}
            </div>
          )}
          {stepping.error && (
            <ProblemAlert error={stepping.error} title={words.steps.failed} onDismiss={stepping.reset} />
          )}
          <OrderItems order={order} environment={environment} />
        </>
      )}
    </main>
  );
}
