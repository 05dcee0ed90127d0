import type { Column } from '@tanstack/react-table';
import type { ReactNode } from 'react';
import { ArrowDownIcon, ArrowUpIcon } from '../ui/icons.tsx';
import type { Features, TableRow } from './columns.ts';
import styles from './data-table.module.css';

interface HeaderCellProps<Row extends TableRow> {
  column: Column<Features, Row>;
  children: ReactNode;
}

/** The head of a column; a button when one can sort by it. */
export function HeaderCell<Row extends TableRow>({ column, children }: HeaderCellProps<Row>) {
  const { meta } = column.columnDef;
  const className = `${meta?.align === 'right' ? styles.right : ''} ${meta?.keepsUntil ? styles[meta.keepsUntil] : ''}`;
  if (!column.getCanSort()) {
    return (
      <th scope="col" className={className}>
        {children}
      </th>
    );
  }
  const direction = column.getIsSorted();
  const ariaSort = direction === 'asc' ? 'ascending' : direction === 'desc' ? 'descending' : 'none';
  return (
    <th scope="col" className={className} aria-sort={ariaSort}>
      <button type="button" className={styles.sort} onClick={column.getToggleSortingHandler()}>
        {children}
        <span className={direction ? styles.direction : styles.noDirection}>
          {direction === 'asc' ? <ArrowUpIcon size={13} /> : <ArrowDownIcon size={13} />}
        </span>
      </button>
    </th>
  );
}
