import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { CallbackPage } from '../../../api/callbacks.ts';
import type { CallbackSearch } from '../../../api/keys.ts';
import { paths } from '../../../app/paths.ts';
import { useEnvironment } from '../../../app/use-environment.ts';
import { DataTable } from '../../../table/data-table.tsx';
import { ListFooter } from '../../../table/list-footer.tsx';
import { ListBody } from '../../../table/list-frame.tsx';
import { ListError } from '../../../table/list-message.tsx';
import { useWords } from '../../../words/words.tsx';
import { callbackColumns, type ShownCallback, shownCallback } from './callback-columns.tsx';
import { EmptyCallbacks } from './empty-callbacks.tsx';

const NEWEST_FIRST = [{ id: 'received', desc: true }];
const ignore = () => undefined;

interface CallbacksTableProps {
  page: UseQueryResult<CallbackPage>;
  search: CallbackSearch;
  onChange: (change: Partial<CallbackSearch>) => void;
  openId: string | null;
}

/** The rows of one page, its foot, and whatever stands there when there are none. */
export function CallbacksTable({ page, search, onChange, openId }: CallbacksTableProps) {
  const { callbacks } = useWords();
  const { name: environment } = useEnvironment();
  const { search: query } = useLocation();
  const navigate = useNavigate();
  const rows = useMemo(() => page.data?.items.map(shownCallback), [page.data]);

  const list = useRef<HTMLDivElement>(null);
  const shownCursor = useRef(search.cursor);
  useEffect(() => {
    // Another page begins at its top.
    if (search.cursor !== shownCursor.current) list.current?.scrollTo({ top: 0 });
    shownCursor.current = search.cursor;
  }, [search.cursor]);

  const hrefOf = (row: ShownCallback) => paths.callback(environment, row.id, query);
  return (
    <ListBody ref={list}>
      {page.isError && !page.data ? (
        <ListError error={page.error} onRetry={() => page.refetch()} />
      ) : (
        <>
          <DataTable
            label={callbacks.title}
            columns={callbackColumns}
            rows={rows}
            busy={page.isFetching && page.isPlaceholderData}
            sorting={NEWEST_FIRST}
            onSort={ignore}
            openId={openId}
            hrefOf={hrefOf}
            onOpen={(row) => navigate(hrefOf(row))}
            empty={<EmptyCallbacks search={search} onChange={onChange} />}
          />
          {page.data && page.data.items.length > 0 && (
            <ListFooter
              error={page.error}
              onRetry={() => page.refetch()}
              isByTime
              previousCursor={page.data.previousCursor}
              nextCursor={page.data.nextCursor}
              onPage={(cursor) => onChange({ cursor })}
            >
              {callbacks.totals(page.data.items.length)} · {callbacks.order}
            </ListFooter>
          )}
        </>
      )}
    </ListBody>
  );
}
