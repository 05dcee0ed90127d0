import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { LinkSearch } from '../../api/keys.ts';
import type { LinkPage, LinkRow } from '../../api/links.ts';
import { paths } from '../../app/paths.ts';
import { useEnvironment } from '../../app/use-environment.ts';
import type { Sorting } from '../../table/columns.ts';
import { DataTable } from '../../table/data-table.tsx';
import { useWords } from '../../words/words.tsx';
import { EmptyLinks } from './empty-links.tsx';
import { linkColumns } from './link-columns.tsx';
import { DEFAULT_SORT, type LinkSort } from './link-search.ts';
import { LinksError } from './links-error.tsx';
import { LinksFooter } from './links-footer.tsx';
import styles from './links-table.module.css';

function sortingOf(sort: LinkSort): Sorting {
  const desc = sort.startsWith('-');
  return [{ id: desc ? sort.slice(1) : sort, desc }];
}

function sortOf([first]: Sorting): LinkSort | undefined {
  const sort = `${first?.desc ? '-' : ''}${first?.id}` as LinkSort;
  return sort === DEFAULT_SORT ? undefined : sort;
}

interface LinksTableProps {
  page: UseQueryResult<LinkPage>;
  search: LinkSearch;
  onChange: (change: Partial<LinkSearch>) => void;
  openId: string | null;
}

/** The rows of one page, its foot, and whatever stands there when there are none. */
export function LinksTable({ page, search, onChange, openId }: LinksTableProps) {
  const { links } = useWords();
  const { name: environment } = useEnvironment();
  const { search: query } = useLocation();
  const navigate = useNavigate();
  const sorting = useMemo(() => sortingOf(search.sort ?? DEFAULT_SORT), [search.sort]);

  const list = useRef<HTMLDivElement>(null);
  const place = `${search.cursor} ${search.sort}`;
  const shownPlace = useRef(place);
  useEffect(() => {
    // Another page or order begins at its top.
    if (place !== shownPlace.current) list.current?.scrollTo({ top: 0 });
    shownPlace.current = place;
  }, [place]);

  const hrefOf = (row: LinkRow) => paths.link(environment, row.id, query);
  return (
    <div className={styles.list} ref={list}>
      {page.isError && !page.data ? (
        <LinksError error={page.error} onRetry={() => page.refetch()} />
      ) : (
        <>
          <DataTable
            label={links.title}
            columns={linkColumns}
            rows={page.data?.items}
            busy={page.isFetching && page.isPlaceholderData}
            sorting={sorting}
            onSort={(next) => onChange({ sort: sortOf(next) })}
            openId={openId}
            hrefOf={hrefOf}
            onOpen={(row) => navigate(hrefOf(row))}
            empty={<EmptyLinks search={search} onChange={onChange} />}
          />
          <LinksFooter page={page} search={search} onChange={onChange} />
        </>
      )}
    </div>
  );
}
