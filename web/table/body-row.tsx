import { FlexRender, type Row as ModelRow } from '@tanstack/react-table';
import { memo, useRef } from 'react';
import type { Features, TableColumns, TableRow } from './columns.ts';
import styles from './data-table.module.css';

interface BodyRowProps<Row extends TableRow> {
  row: ModelRow<Features, Row>;
  /** What `memo` compares: TanStack makes new row objects around the same data. */
  original: Row;
  columns: TableColumns<Row>;
  href: string;
  isOpen: boolean;
  /** The one row that Tab stops at; the arrow keys move it. */
  isActive: boolean;
}

function BodyRowOf<Row extends TableRow>({ row, original, href, isOpen, isActive }: BodyRowProps<Row>) {
  const firstVersion = useRef(original.version);
  // Two names for the same animation: a second change starts it again.
  const tint = original.version === firstVersion.current ? '' : original.version % 2 ? styles.tintOdd : styles.tintEven;
  return (
    <tr data-id={row.id} className={`${isOpen ? styles.open : ''} ${tint}`}>
      {row.getAllCells().map((cell, index) => {
        const { meta } = cell.column.columnDef;
        const className = `${meta?.align === 'right' ? styles.right : ''} ${meta?.keepsUntil ? styles[meta.keepsUntil] : ''}`;
        return (
          <td key={cell.id} className={className}>
            {index === 0 ? (
              <a href={href} className={styles.link} tabIndex={isActive ? 0 : -1} aria-current={isOpen || undefined}>
                <FlexRender cell={cell} />
              </a>
            ) : (
              <FlexRender cell={cell} />
            )}
          </td>
        );
      })}
    </tr>
  );
}

/** One row; its first cell is the link that opens it. Renders again only when its own data or place changes. */
export const BodyRow = memo(
  BodyRowOf,
  (before, after) =>
    before.original === after.original &&
    before.columns === after.columns &&
    before.href === after.href &&
    before.isOpen === after.isOpen &&
    before.isActive === after.isActive,
) as typeof BodyRowOf;
