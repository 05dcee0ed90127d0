import type { LinkRow } from '../../api/links.ts';
import { createColumnHelper } from '../../table/columns.ts';
import { Amount } from '../../ui/amount.tsx';
import { Time } from '../../ui/time.tsx';
import { type Catalogue, useWords } from '../../words/words.tsx';
import { CustomerCell, MethodCell, SettlementCell } from './link-cells.tsx';
import { LinkStatus } from './link-status.tsx';

function head(name: keyof Catalogue['links']['columns']) {
  return function ColumnHead() {
    return useWords().links.columns[name];
  };
}

const column = createColumnHelper<LinkRow>();

/** The list's columns; the ids of those that sort are the API's words for them. */
export const linkColumns = column.columns([
  column.display({
    id: 'customer',
    header: head('customer'),
    meta: { widePercent: 26, skeleton: '60%' },
    cell: ({ row }) => <CustomerCell link={row.original} />,
  }),
  column.accessor('amountIdr', {
    id: 'amount',
    header: head('amount'),
    meta: { align: 'right', widthPx: 122, widePercent: 13, phonePx: 104, skeleton: '84px' },
    cell: ({ row }) => <Amount amountIdr={row.original.amountIdr} />,
  }),
  column.display({
    id: 'status',
    header: head('status'),
    meta: { widthPx: 166, widePercent: 18, phonePx: 144, skeleton: '104px' },
    cell: ({ row }) => <LinkStatus link={row.original} />,
  }),
  column.display({
    id: 'method',
    header: head('method'),
    meta: { widePercent: 14, keepsUntil: 'wide', skeleton: '56px' },
    cell: ({ row }) => <MethodCell link={row.original} />,
  }),
  column.display({
    id: 'settlement',
    header: head('settlement'),
    meta: { widthPx: 106, widePercent: 13.5, keepsUntil: 'roomy', skeleton: '64px' },
    cell: ({ row }) => <SettlementCell link={row.original} />,
  }),
  column.accessor('createdAt', {
    header: head('created'),
    meta: { widthPx: 122, widePercent: 15.5, keepsUntil: 'phone', skeleton: '88px' },
    cell: ({ row }) => <Time at={row.original.createdAt} />,
  }),
]);
