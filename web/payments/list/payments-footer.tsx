import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { PaymentSearch } from '../../api/keys.ts';
import { type PaymentPage, paymentTotalsQuery } from '../../api/payments.ts';
import { useEnvironment } from '../../app/use-environment.ts';
import { ListFooter } from '../../table/list-footer.tsx';
import { useWords } from '../../words/words.tsx';
import { DEFAULT_SORT, filtersOf } from '../filters/payment-search.ts';
import type { ListView } from '../kind-view.ts';
import { withKind } from './use-payment-search.ts';

interface PaymentsFooterProps {
  view: ListView;
  page: UseQueryResult<PaymentPage>;
  search: PaymentSearch;
  onChange: (change: Partial<PaymentSearch>) => void;
}

/** What of how many is shown, in which order, and the way to the other pages; when reloading failed, that. */
export function PaymentsFooter({ view, page, search, onChange }: PaymentsFooterProps) {
  const words = useWords();
  const { lists, payments } = words;
  const { name: environment } = useEnvironment();
  // The totals are asked for beside the title; here they are only read.
  const totals = useQuery({
    ...paymentTotalsQuery(environment, filtersOf(withKind(search, view.kind))),
    enabled: false,
  }).data;
  if (!page.data || page.data.items.length === 0) return null;
  const { items, nextCursor, previousCursor } = page.data;
  const sort = search.sort ?? DEFAULT_SORT;
  const total = totals ? lists[view.place].totals(totals.count, totals.countIsExact) : null;
  return (
    <ListFooter
      error={page.error}
      onRetry={() => page.refetch()}
      isByTime={sort === DEFAULT_SORT}
      previousCursor={previousCursor}
      nextCursor={nextCursor}
      onPage={(cursor) => onChange({ cursor })}
    >
      {payments.shown(items.length, total)} · {payments.orders[sort]}
    </ListFooter>
  );
}
