import { FlexRender, type Row as ModelRow } from '@tanstack/react-table';
import { type KeyboardEvent, memo, useRef } from 'react';
import { IconButton } from '../ui/icon-button.tsx';
import { ChoiceBox } from './choice-box.tsx';
import type { Features, RowAct, Selection, TableColumns, TableRow } from './columns.ts';
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
  /** Absent when rows can't be chosen. */
  selection?: Pick<Selection<Row>, 'setChosen' | 'labelOf'>;
  isChosen: boolean;
  act?: RowAct<Row>;
}

function without(chosen: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return new Set([...chosen].filter((other) => other !== id));
}

function BodyRowOf<Row extends TableRow>(props: BodyRowProps<Row>) {
  const { row, original, href, isOpen, isActive, selection, isChosen, act } = props;
  const actLabel = act?.labelOf(original);
  const firstVersion = useRef(original.version);
  // Two names for the same animation: a second change starts it again.
  const tint = original.version === firstVersion.current ? '' : original.version % 2 ? styles.tintOdd : styles.tintEven;
  const toggle = () =>
    selection?.setChosen((chosen) => (isChosen ? without(chosen, row.id) : new Set([...chosen, row.id])));
  /** Space chooses the row that has the focus. */
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== ' ' || !selection) return;
    event.preventDefault();
    toggle();
  };
  return (
    <tr data-id={row.id} className={`${isOpen ? styles.open : ''} ${isChosen ? styles.chosen : ''} ${tint}`}>
      {selection && (
        <td className={styles.choose}>
          <ChoiceBox label={selection.labelOf(original)} checked={isChosen} isReachable={isActive} onToggle={toggle} />
        </td>
      )}
      {row.getAllCells().map((cell, index) => {
        const { meta } = cell.column.columnDef;
        const className = `${meta?.align === 'right' ? styles.right : ''} ${meta?.keepsUntil ? styles[meta.keepsUntil] : ''}`;
        return (
          <td key={cell.id} className={className}>
            {index === 0 ? (
              <a
                href={href}
                className={styles.link}
                tabIndex={isActive ? 0 : -1}
                aria-current={isOpen || undefined}
                onKeyDown={onKeyDown}
              >
                <FlexRender cell={cell} />
              </a>
            ) : (
              <FlexRender cell={cell} />
            )}
          </td>
        );
      })}
      {act && (
        <td className={styles.act}>
          {actLabel && (
            <IconButton
              label={actLabel}
              icon={act.icon}
              tabIndex={isActive ? 0 : -1}
              onClick={() => act.run(original)}
              aria-haspopup="dialog"
              aria-keyshortcuts={act.keyShortcut}
            />
          )}
        </td>
      )}
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
    before.isActive === after.isActive &&
    before.isChosen === after.isChosen &&
    before.act === after.act &&
    before.selection?.setChosen === after.selection?.setChosen,
) as typeof BodyRowOf;
