import type { LinkRow } from '../../api/links.ts';
import { createColumnHelper } from '../../table/columns.ts';
import { Amount } from '../../ui/amount.tsx';
import { Time } from '../../ui/time.tsx';
import { type Catalogue, useWords } from '../../words/words.tsx';
import { CustomerCell, SettlementCell } from './link-cells.tsx';
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
    meta: { widePercent: 34, skeleton: '60%' },
    cell: ({ row }) => <CustomerCell link={row.original} />,
  }),
  column.accessor('amountIdr', {
    id: 'amount',
    header: head('amount'),
    meta: { align: 'right', widthPx: 134, widePercent: 16, phonePx: 118, skeleton: '84px' },
    cell: ({ row }) => <Amount amountIdr={row.original.amountIdr} />,
  }),
  column.display({
    id: 'status',
    header: head('status'),
    meta: { widthPx: 176, widePercent: 20, phonePx: 152, skeleton: '104px' },
    cell: ({ row }) => <LinkStatus link={row.original} />,
  }),
  column.display({
    id: 'settlement',
    header: head('settlement'),
    meta: { widthPx: 112, widePercent: 14, keepsUntil: 'roomy', skeleton: '64px' },
    cell: ({ row }) => <SettlementCell link={row.original} />,
  }),
  column.accessor('createdAt', {
    header: head('created'),
    meta: { widthPx: 132, widePercent: 16, keepsUntil: 'phone', skeleton: '88px' },
    cell: ({ row }) => <Time at={row.original.createdAt} />,
  }),
]);
