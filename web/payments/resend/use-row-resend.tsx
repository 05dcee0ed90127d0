import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import { useEnvironment } from '../../app/use-environment.ts';
import type { RowAct, TableRow } from '../../table/columns.ts';
import { RefreshIcon } from '../../ui/icons.tsx';
import { useWords } from '../../words/words.tsx';
import { useResend } from './use-resend.ts';

const DeliverLatestDialog = lazy(async () => ({
  default: (await import('../callbacks/deliver-latest-dialog.tsx')).DeliverLatestDialog,
}));
const ResendDialog = lazy(async () => ({ default: (await import('./resend-dialog.tsx')).ResendDialog }));

/** The payment that a row is about and how the row is called; null where there is nothing to resend. */
export type ResentOf<Row> = (row: Row) => { paymentId: string; name: string } | null;

/** Resending from the rows of a table, for who may: what to give to the table, and the question that it asks. */
export function useRowResend<Row extends TableRow>(resentOf: ResentOf<Row>): { act?: RowAct<Row>; dialog: ReactNode } {
  const { name: environment, may } = useEnvironment();
  const { payment: words } = useWords();
  const resend = useResend(environment);
  const [paymentId, setPaymentId] = useState<string | null>(null);
  const [isDelivering, setIsDelivering] = useState(false);
  const close = () => setPaymentId(null);
  const { reset } = resend;
  const act = useMemo(
    (): RowAct<Row> => ({
      icon: <RefreshIcon />,
      keyShortcut: 'r',
      labelOf: (row) => {
        const resent = resentOf(row);
        return resent && words.resendOf(resent.name);
      },
      run: (row) => {
        reset();
        setIsDelivering(false);
        setPaymentId(resentOf(row)?.paymentId ?? null);
      },
    }),
    [resentOf, words, reset],
  );
  return {
    act: may('payments.resend-callback') ? act : undefined,
    dialog: paymentId !== null && (
      <Suspense fallback={null}>
        {isDelivering ? (
          <DeliverLatestDialog paymentId={paymentId} environment={environment} onClose={close} />
        ) : (
          <ResendDialog
            paymentId={paymentId}
            environment={environment}
            resend={resend}
            onClose={close}
            isToldBelow={false}
            onDeliver={may('callbacks.deliver') ? () => setIsDelivering(true) : undefined}
          />
        )}
      </Suspense>
    ),
  };
}
