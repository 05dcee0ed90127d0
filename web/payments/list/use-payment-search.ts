import { useMemo } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { PaymentKind, PaymentSearch } from '../../api/keys.ts';
import { withoutEmpty } from '../../table/search-params.ts';
import { readPaymentSearch, writePaymentSearch } from '../filters/payment-search.ts';

/**
 * The list's whole state, which is the page's address. Any change but of the page begins at the first page again.
 * `search` is what a person can see and change; `asked` is what the server is asked: in the list of one kind, of that kind alone.
 */
export function usePaymentSearch(kind: PaymentKind | null) {
  const { pathname, search: query } = useLocation();
  const navigate = useNavigate();
  const search = useMemo(() => {
    const read = readPaymentSearch(new URLSearchParams(query));
    return kind === null ? read : withoutEmpty({ ...read, kind: undefined });
  }, [query, kind]);
  const asked = useMemo(() => withKind(search, kind), [search, kind]);
  const change = (changes: Partial<PaymentSearch>, { replace = false } = {}) => {
    const next = withoutEmpty({ ...search, cursor: undefined, ...changes });
    navigate({ pathname, search: writePaymentSearch(next) }, { replace });
  };
  return { search, asked, change };
}

/** A search of one kind alone; null asks for all. */
export function withKind<Search extends PaymentSearch>(search: Search, kind: PaymentKind | null): Search {
  return kind === null ? search : { ...search, kind: [kind] };
}
