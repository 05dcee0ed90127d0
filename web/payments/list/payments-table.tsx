import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { PaymentSearch } from '../../api/keys.ts';
import type { PaymentPage, PaymentRow } from '../../api/payments.ts';
import { paths } from '../../app/paths.ts';
import { useEnvironment } from '../../app/use-environment.ts';
import type { Sorting } from '../../table/columns.ts';
import { DataTable } from '../../table/data-table.tsx';
import { ListBody } from '../../table/list-frame.tsx';
import { ListError } from '../../table/list-message.tsx';
import { useWords } from '../../words/words.tsx';
import { DEFAULT_SORT, type PaymentSort } from '../filters/payment-search.ts';
import type { ListView } from '../kind-view.ts';
import { type ResentOf, useRowResend } from '../resend/use-row-resend.tsx';
import { SelectionBar } from '../simulate/selection-bar.tsx';
import { EmptyPayments } from './empty-payments.tsx';
import { PaymentsFooter } from './payments-footer.tsx';

function sortingOf(sort: PaymentSort): Sorting {
  const desc = sort.startsWith('-');
  return [{ id: desc ? sort.slice(1) : sort, desc }];
}

function sortOf([first]: Sorting): PaymentSort | undefined {
  const sort = `${first?.desc ? '-' : ''}${first?.id}` as PaymentSort;
  return sort === DEFAULT_SORT ? undefined : sort;
}

const NONE: ReadonlySet<string> = new Set();

/** Before the first callback there is none to resend. */
const resentOf: ResentOf<PaymentRow> = ({ id, reference, calledBackAt }) =>
  calledBackAt === null ? null : { paymentId: id, name: reference };

interface PaymentsTableProps {
  view: ListView;
  page: UseQueryResult<PaymentPage>;
  search: PaymentSearch;
  onChange: (change: Partial<PaymentSearch>) => void;
  openId: string | null;
}

/** The rows of one page, its foot, and whatever stands there when there are none. */
export function PaymentsTable({ view, page, search, onChange, openId }: PaymentsTableProps) {
  const { lists, payments } = useWords();
  const { name: environment, may } = useEnvironment();
  const { search: query } = useLocation();
  const navigate = useNavigate();
  const sorting = useMemo(() => sortingOf(search.sort ?? DEFAULT_SORT), [search.sort]);
  const [chosen, setChosen] = useState(NONE);
  const canChoose = view.simulatesSeveral.length > 0 && may('payments.simulate');

  const resending = useRowResend(resentOf);

  const list = useRef<HTMLDivElement>(null);
  const place = `${search.cursor} ${search.sort}`;
  const shownPlace = useRef(place);
  useEffect(() => {
    // Another page or order begins at its top.
    if (place !== shownPlace.current) list.current?.scrollTo({ top: 0 });
    shownPlace.current = place;
  }, [place]);

  const hrefOf = (row: PaymentRow) => paths.payment(environment, view.place, row.id, query);
  const rows = page.data?.items;
  const chosenRows = rows?.filter(({ id }) => chosen.has(id)) ?? [];
  return (
    <ListBody ref={list}>
      {page.isError && !page.data ? (
        <ListError error={page.error} onRetry={() => page.refetch()} />
      ) : (
        <>
          <DataTable
            label={lists[view.place].title}
            columns={view.columns}
            rows={rows}
            busy={page.isFetching && page.isPlaceholderData}
            sorting={sorting}
            onSort={(next) => onChange({ sort: sortOf(next) })}
            openId={openId}
            hrefOf={hrefOf}
            onOpen={(row) => navigate(hrefOf(row))}
            selection={
              canChoose
                ? {
                    chosen,
                    setChosen,
                    labelOf: ({ reference }) => payments.selection.select(reference),
                    labelAll: payments.selection.selectAll,
                  }
                : undefined
            }
            act={resending.act}
            empty={<EmptyPayments view={view} search={search} onChange={onChange} />}
          />
          <PaymentsFooter view={view} page={page} search={search} onChange={onChange} />
          {resending.dialog}
          {canChoose && chosenRows.length > 0 && (
            <SelectionBar steps={view.simulatesSeveral} rows={chosenRows} onClear={() => setChosen(NONE)} />
          )}
        </>
      )}
    </ListBody>
  );
}
