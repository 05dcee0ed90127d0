import type { PaymentRow } from '../../api/payments.ts';
import { createColumnHelper, type TableColumns } from '../../table/columns.ts';
import { Amount } from '../../ui/amount.tsx';
import { Time } from '../../ui/time.tsx';
import { type Catalogue, useWords } from '../../words/words.tsx';
import { ChannelCell, ExpiryCell, KindCell, MethodCell, PayerCell, SettlementCell } from './payment-cells.tsx';
import { PaymentStatus } from './payment-status.tsx';

type HeadName = keyof Catalogue['payments']['columns'];

function head(name: HeadName) {
  return function ColumnHead() {
    return useWords().payments.columns[name];
  };
}

const column = createColumnHelper<PaymentRow>();

/** Who pays and for what; the list says what that is to it. */
const payer = (name: 'customer' | 'reference' | 'payment') =>
  column.display({
    id: name,
    header: head(name),
    meta: { widePercent: 26, skeleton: '60%' },
    cell: ({ row }) => <PayerCell payment={row.original} namesKind={name === 'payment'} />,
  });

/** Every column that a list may have; the ids of those that sort are the API's words for them. */
const columns = {
  customer: payer('customer'),
  reference: payer('reference'),
  payment: payer('payment'),
  kind: column.display({
    id: 'kind',
    header: head('kind'),
    meta: { widePercent: 13, keepsUntil: 'wide', skeleton: '76px' },
    cell: ({ row }) => <KindCell payment={row.original} />,
  }),
  amount: column.accessor('amountIdr', {
    id: 'amount',
    header: head('amount'),
    meta: { align: 'right', widthPx: 122, widePercent: 13, phonePx: 98, skeleton: '84px' },
    cell: ({ row }) => <Amount amountIdr={row.original.amountIdr} />,
  }),
  status: column.display({
    id: 'status',
    header: head('status'),
    meta: { widthPx: 166, widePercent: 18, phonePx: 144, skeleton: '104px' },
    cell: ({ row }) => <PaymentStatus payment={row.original} />,
  }),
  method: column.display({
    id: 'method',
    header: head('method'),
    meta: { widePercent: 14, keepsUntil: 'wide', skeleton: '56px' },
    cell: ({ row }) => <MethodCell payment={row.original} />,
  }),
  channel: column.display({
    id: 'channel',
    header: head('channel'),
    meta: { widePercent: 12, keepsUntil: 'wide', skeleton: '56px' },
    cell: ({ row }) => <ChannelCell payment={row.original} />,
  }),
  expires: column.display({
    id: 'expires',
    header: head('expires'),
    meta: { widePercent: 13.5, keepsUntil: 'wide', skeleton: '64px' },
    cell: ({ row }) => <ExpiryCell payment={row.original} />,
  }),
  settlement: column.display({
    id: 'settlement',
    header: head('settlement'),
    meta: { widthPx: 106, widePercent: 13.5, keepsUntil: 'roomy', skeleton: '64px' },
    cell: ({ row }) => <SettlementCell payment={row.original} />,
  }),
  created: column.accessor('createdAt', {
    header: head('created'),
    meta: { widthPx: 122, widePercent: 15.5, keepsUntil: 'phone', skeleton: '88px' },
    cell: ({ row }) => <Time at={row.original.createdAt} />,
  }),
} satisfies Record<HeadName, unknown>;

/** The columns of a list, in this order. Call it once, outside any component: a table compares them by identity. */
export function paymentColumns(...names: HeadName[]): TableColumns<PaymentRow> {
  return column.columns(names.map((name) => columns[name]));
}
