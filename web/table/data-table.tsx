import { useTable } from '@tanstack/react-table';
import { type CSSProperties, type MouseEvent, type ReactNode, useMemo, useRef } from 'react';
import { useShortcut } from '../ui/use-shortcut.ts';
import { useWords } from '../words/words.tsx';
import { BodyRow } from './body-row.tsx';
import { ChoiceBox } from './choice-box.tsx';
import {
  type ColumnLook,
  features,
  type RowAct,
  type Selection,
  type Sorting,
  type TableColumns,
  type TableRow,
} from './columns.ts';
import styles from './data-table.module.css';
import { HeaderCell } from './header-cell.tsx';
import { SkeletonRows } from './skeleton-rows.tsx';
import { useRowKeys } from './use-row-keys.ts';

const NO_ROWS: never[] = [];
const NO_KEY = '';

/** The widths of a column as variables, among which the style sheet chooses by the width of the table. */
function widthsOf({ widthPx, widePercent, phonePx }: ColumnLook = {}): CSSProperties {
  const px = (width: number | undefined) => (width === undefined ? 'auto' : `${width}px`);
  const wide = widePercent === undefined ? px(widthPx) : `${widePercent}%`;
  return { '--common': px(widthPx), '--wide': wide, '--phone': px(phonePx ?? widthPx) } as CSSProperties;
}

interface DataTableProps<Row extends TableRow> {
  /** Names the table to screen readers. */
  label: string;
  columns: TableColumns<Row>;
  /** Undefined until the first answer: skeletons hold the place. Otherwise the rows stay while others load. */
  rows: Row[] | undefined;
  /** New rows are on their way; these stay, under a moving line. */
  busy: boolean;
  sorting: Sorting;
  onSort: (sorting: Sorting) => void;
  openId: string | null;
  hrefOf: (row: Row) => string;
  onOpen: (row: Row) => void;
  /** Absent when rows can't be chosen. */
  selection?: Selection<Row>;
  act?: RowAct<Row>;
  /** Stands below the head when there are no rows. */
  empty: ReactNode;
}

/** A table of rows that open beside it. Arrow keys move, Enter opens; a changed row is tinted for a moment. */
export function DataTable<Row extends TableRow>(props: DataTableProps<Row>) {
  const { label, columns, rows, busy, sorting, onSort, openId, hrefOf, onOpen, selection, empty } = props;
  // Beside an open row the room is needed, and the key belongs to what is open, where the same stands.
  const act = openId === null ? props.act : undefined;
  const { payment } = useWords();
  const body = useRef<HTMLTableSectionElement>(null);
  const table = useTable({
    features,
    columns,
    data: rows ?? NO_ROWS,
    getRowId: (row) => row.id,
    manualSorting: true,
    enableSortingRemoval: false,
    enableMultiSort: false,
    sortDescFirst: true,
    state: useMemo(() => ({ sorting }), [sorting]),
    onSortingChange: (change) => onSort(typeof change === 'function' ? change(sorting) : change),
  });
  const { activeId, setActiveId } = useRowKeys(body, rows ?? NO_ROWS, openId);
  useShortcut(act?.keyShortcut ?? NO_KEY, () => {
    const id = document.activeElement?.closest('tr')?.dataset.id;
    const row = rows?.find((candidate) => candidate.id === id);
    if (row && act?.labelOf(row)) act.run(row);
  });

  /** A plain click anywhere on a row opens it here; with a modifier the row's link does what links do. */
  const onClick = (event: MouseEvent<HTMLTableSectionElement>) => {
    if (!(event.target instanceof Element)) return;
    if (event.target.closest(`.${styles.choose}, .${styles.act}`)) return;
    const id = event.target.closest('tr')?.dataset.id;
    const row = rows?.find((candidate) => candidate.id === id);
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    const isSelecting = event.detail > 0 && getSelection()?.type === 'Range';
    if (!row || !isPlain || isSelecting || event.defaultPrevented) return;
    event.preventDefault();
    setActiveId(row.id);
    onOpen(row);
  };

  return (
    <>
      <table className={styles.table} aria-label={label} aria-busy={busy || undefined}>
        <colgroup>
          {selection && <col className={styles.chooseColumn} />}
          {table.getAllColumns().map(({ id, columnDef: { meta } }) => (
            <col key={id} className={meta?.keepsUntil && styles[meta.keepsUntil]} style={widthsOf(meta)} />
          ))}
          {act && <col className={styles.actColumn} />}
        </colgroup>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {selection && <ChooseAll rows={rows ?? NO_ROWS} selection={selection} />}
              {group.headers.map((header) => (
                <HeaderCell key={header.id} column={header.column}>
                  <table.FlexRender header={header} />
                </HeaderCell>
              ))}
              {act && (
                <th scope="col" className={styles.act}>
                  <span className="visually-hidden">{payment.actions}</span>
                </th>
              )}
            </tr>
          ))}
        </thead>
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: every row holds a link for the keyboard; the click is its larger target */}
        <tbody ref={body} onClick={onClick}>
          {rows ? (
            table
              .getRowModel()
              .rows.map((row) => (
                <BodyRow
                  key={row.id}
                  row={row}
                  original={row.original}
                  columns={columns}
                  href={hrefOf(row.original)}
                  isOpen={row.id === openId}
                  isActive={row.id === activeId}
                  selection={selection}
                  isChosen={selection?.chosen.has(row.id) ?? false}
                  act={act}
                />
              ))
          ) : (
            <SkeletonRows
              canChoose={selection !== undefined}
              columns={table.getAllColumns().map(({ columnDef: { meta } }) => meta ?? {})}
            />
          )}
        </tbody>
      </table>
      {rows?.length === 0 && empty}
    </>
  );
}

/** The head of the boxes: chooses all rows of the page, or none. */
function ChooseAll<Row extends TableRow>({ rows, selection }: { rows: readonly Row[]; selection: Selection<Row> }) {
  const chosen = rows.filter(({ id }) => selection.chosen.has(id));
  const isAll = rows.length > 0 && chosen.length === rows.length;
  return (
    <th scope="col" className={styles.choose}>
      <ChoiceBox
        label={selection.labelAll}
        checked={isAll || (chosen.length > 0 && 'some')}
        isReachable
        onToggle={() => selection.setChosen(() => new Set(isAll ? [] : rows.map(({ id }) => id)))}
      />
    </th>
  );
}
