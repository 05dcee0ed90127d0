import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useParams } from 'react-router';
import { ProblemError } from '../../api/problem.ts';
import { resendOrderQuery } from '../../api/resends.ts';
import { paths } from '../../app/paths.ts';
import { useEnvironment } from '../../app/use-environment.ts';
import { Alert } from '../../ui/alert.tsx';
import { BackLink } from '../../ui/back-link.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useWords } from '../../words/words.tsx';
import { OrderItems } from './order-items.tsx';
import { hasSteps, OrderSteps } from './order-steps.tsx';
import { OrderSummary } from './order-summary.tsx';
import styles from './resends.module.css';

/** One order: how far it is, what may be done with it, and the result of each item. */
export function ResendPage() {
  const { common, resends: words } = useWords();
  const { name: environment } = useEnvironment();
  const { id = '' } = useParams();
  const { data: order, error, isPending, isFetching, refetch } = useQuery(resendOrderQuery(environment, id));
  const heading = useRef<HTMLHeadingElement>(null);
  const isUnknown = error instanceof ProblemError && ['not-found', 'invalid-request'].includes(error.type);
  return (
    <main className={styles.page}>
      <title>{`${words.pageTitle} · ${common.environmentTitles[environment]} · Tautan`}</title>
      <BackLink to={paths.resends(environment)}>{words.title}</BackLink>
      <h1 ref={heading} tabIndex={-1}>
        {isUnknown ? words.unknown : words.pageTitle}
      </h1>
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
          {hasSteps(order) && <OrderSteps order={order} environment={environment} heir={heading} />}
          <OrderItems order={order} environment={environment} />
        </>
      )}
    </main>
  );
}
