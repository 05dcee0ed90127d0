import { useQueries, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import type { PaymentSearch } from '../../api/keys.ts';
import { paymentTotalsQuery } from '../../api/payments.ts';
import { paths } from '../../app/paths.ts';
import { useEnvironment } from '../../app/use-environment.ts';
import { DropChoices, ListMessage } from '../../table/list-message.tsx';
import { withoutEmpty } from '../../table/search-params.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../words/words.tsx';
import { partWords } from '../filters/filter-words.ts';
import { activeParts, dropOf, filtersOf, filterValues, writePaymentSearch } from '../filters/payment-search.ts';
import type { ListView } from '../kind-view.ts';
import { LookUp } from '../look-up/look-up.tsx';
import { looksLikeReference } from '../look-up/looks-like-reference.ts';
import { withKind } from './use-payment-search.ts';

interface EmptyPaymentsProps {
  view: ListView;
  search: PaymentSearch;
  onChange: (change: Partial<PaymentSearch>) => void;
}

/** Says why the list is empty: which filter emptied it and what dropping it would show, or that there is nothing yet. */
export function EmptyPayments({ view, search, onChange }: EmptyPaymentsProps) {
  const words = useWords();
  const { payments } = words;
  const list = words.lists[view.place];
  const { name: environment, may } = useEnvironment();
  const navigate = useNavigate();
  const filters = filtersOf(search);
  const parts = activeParts(filters);
  const without = useQueries({
    queries: parts.map((part) =>
      paymentTotalsQuery(environment, withKind(withoutEmpty({ ...filters, ...dropOf(part) }), view.kind)),
    ),
  });
  const elsewhere = useQuery({
    ...paymentTotalsQuery(environment, { q: filters.q }),
    enabled: view.kind !== null && filters.q !== undefined,
  }).data;

  if (search.cursor !== undefined) {
    return (
      <ListMessage title={payments.pageGone}>
        <Button onClick={() => onChange({ cursor: undefined })}>{payments.toFirstPage}</Button>
      </ListMessage>
    );
  }
  if (parts.length === 0) {
    return (
      <ListMessage title={list.emptyTitle}>
        <p>{list.emptyDetail}</p>
        {view.kind !== null && may('payments.create') && (
          <Button onClick={() => view.kind && navigate(paths.create(environment, view.kind))}>{list.create}</Button>
        )}
      </ListMessage>
    );
  }
  const [only] = parts;
  const drops = parts.map((part, index) => {
    const totals = without[index]?.data;
    const shown = totals && list.totals(totals.count, totals.countIsExact);
    return {
      key: part,
      words: partWords(words, filters, part, Date.now()),
      onDrop: () => onChange(dropOf(part)),
      wouldShow: totals?.count === 0 ? payments.wouldShowNone : shown && payments.wouldShow(shown),
    };
  });
  return (
    <ListMessage title={list.noMatchTitle}>
      <p>
        {parts.length === 1 && only
          ? payments.noMatchOne(partWords(words, filters, only, Date.now()))
          : list.noMatchMany}
      </p>
      <DropChoices drops={drops} />
      {search.q !== undefined && elsewhere !== undefined && elsewhere.count > 0 && (
        <Link to={paths.list(environment, 'payments', writePaymentSearch({ q: search.q }))}>
          {payments.amongAll(words.lists.payments.totals(elsewhere.count, elsewhere.countIsExact))}
        </Link>
      )}
      {search.q !== undefined && may('payments.import') && looksLikeReference(search.q) && (
        <LookUp key={search.q} kinds={view.kind ? [view.kind] : filterValues.kind} value={search.q} />
      )}
    </ListMessage>
  );
}
