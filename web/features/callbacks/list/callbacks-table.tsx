import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { CallbackPage } from '../../../api/callbacks.ts';
import type { CallbackSearch } from '../../../api/keys.ts';
import { paths } from '../../../app/paths.ts';
import { useEnvironment } from '../../../app/use-environment.ts';
import { type ResentOf, useRowResend } from '../../../payments/resend/use-row-resend.tsx';
import { DataTable } from '../../../table/data-table.tsx';
import { ListFooter } from '../../../table/list-footer.tsx';
import { ListBody } from '../../../table/list-frame.tsx';
import { ListError } from '../../../table/list-message.tsx';
import { useWords } from '../../../words/words.tsx';
import { callbackColumns, type ShownCallback, shownCallback } from './callback-columns.tsx';
import { EmptyCallbacks } from './empty-callbacks.tsx';

const NEWEST_FIRST = [{ id: 'received', desc: true }];
const ignore = () => undefined;

/** What is parked has no payment whose callback could be asked for. */
const resentOf: ResentOf<ShownCallback> = ({ paymentId, reference }) =>
  paymentId === null ? null : { paymentId, name: reference ?? paymentId };

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

  const resending = useRowResend(resentOf);

  const list = useRef<HTMLDivElement>(null);
  const shownCursor = useRef(search.cursor);
  useEffect(() => {
    // Another page begins at its top.
    if (search.cursor !== shownCursor.current) list.current?.scrollTo({ top: 0 });
    shownCursor.current = search.cursor;
  }, [search.cursor]);

  const count = page.data?.items.length ?? 0;
  // How many there are in all nobody counts: there may be millions.
  const isWhole = page.data?.previousCursor === null && page.data.nextCursor === null;
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
            act={resending.act}
            empty={<EmptyCallbacks search={search} onChange={onChange} />}
          />
          {resending.dialog}
          {page.data && count > 0 && (
            <ListFooter
              error={page.error}
              onRetry={() => page.refetch()}
              isByTime
              previousCursor={page.data.previousCursor}
              nextCursor={page.data.nextCursor}
              onPage={(cursor) => onChange({ cursor })}
            >
              {isWhole ? callbacks.totals(count) : callbacks.onPage(count)} · {callbacks.order}
            </ListFooter>
          )}
        </>
      )}
    </ListBody>
  );
}
