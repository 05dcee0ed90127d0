import { useMemo } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { LinkSearch } from '../../api/keys.ts';
import { readLinkSearch, withoutEmpty, writeLinkSearch } from './link-search.ts';

/** The list's whole state, which is the page's address. Any change but of the page begins at the first page again. */
export function useLinkSearch() {
  const { pathname, search: query } = useLocation();
  const navigate = useNavigate();
  const search = useMemo(() => readLinkSearch(new URLSearchParams(query)), [query]);
  const change = (changes: Partial<LinkSearch>, { replace = false } = {}) => {
    const next = withoutEmpty({ ...search, cursor: undefined, ...changes });
    navigate({ pathname, search: writeLinkSearch(next) }, { replace });
  };
  return { search, change };
}
