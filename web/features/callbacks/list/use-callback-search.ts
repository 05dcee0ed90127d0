import { useMemo } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { CallbackSearch } from '../../../api/keys.ts';
import { readCallbackSearch } from '../../../payments/callbacks/callback-search.ts';
import { withoutEmpty, writeParams } from '../../../table/search-params.ts';

/** The list's whole state, which is the page's address. Any change but of the page begins at the first page again. */
export function useCallbackSearch() {
  const { pathname, search: query } = useLocation();
  const navigate = useNavigate();
  const search = useMemo(() => readCallbackSearch(new URLSearchParams(query)), [query]);
  const change = (changes: Partial<CallbackSearch>, { replace = false } = {}) => {
    const next = withoutEmpty({ ...search, cursor: undefined, ...changes });
    navigate({ pathname, search: writeParams(next) }, { replace });
  };
  return { search, change };
}
