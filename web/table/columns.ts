import {
  createColumnHelper as createTableColumnHelper,
  metaHelper,
  rowSortingFeature,
  type SortingState,
  type TableOptions,
  tableFeatures,
} from '@tanstack/react-table';
import type { ReactElement } from 'react';

/** How a column looks; what it shows is its `cell`. */
export interface ColumnLook {
  align?: 'right';
  /** Width of the column in a table of common width; the one column without takes what is left. */
  widthPx?: number;
  /** Share of a table that is wider than 960 px, where one column taking all the rest would tear the row apart. */
  widePercent?: number;
  /** Width on a phone, when it shows there. */
  phonePx?: number;
  /** Gives way when the table is narrower than: `wide` 960 px, `roomy` 720 px (beside a panel on a laptop), `phone` 560 px. */
  keepsUntil?: 'wide' | 'roomy' | 'phone';
  /** Width of its skeleton. */
  skeleton?: string;
}

/** A row has an id, and a version that grows with every change of it. */
export interface TableRow {
  id: string;
  version: number;
}

/** Rows that can be chosen, several at once, with a box before each. */
export interface Selection<Row extends TableRow> {
  chosen: ReadonlySet<string>;
  /** A state's setter: it stays the same, so that rows need not render again. */
  setChosen: (change: (chosen: ReadonlySet<string>) => ReadonlySet<string>) => void;
  /** Names the box of a row, and the one that chooses all. */
  labelOf: (row: Row) => string;
  labelAll: string;
}

/** What may be done with a row without opening it, while none is open: a button at its end, and a key while the row has the focus. */
export interface RowAct<Row extends TableRow> {
  icon: ReactElement;
  /** KeyboardEvent.key */
  keyShortcut: string;
  /** Names the button of a row; null where there is nothing to do. */
  labelOf: (row: Row) => string | null;
  run: (row: Row) => void;
}

export const features = tableFeatures({ rowSortingFeature, columnMeta: metaHelper<ColumnLook>() });
export type Features = typeof features;
export type TableColumns<Row extends TableRow> = TableOptions<Features, Row>['columns'];
export type Sorting = SortingState;

/** For declaring the columns of one kind of row, once, outside any component. */
export function createColumnHelper<Row extends TableRow>() {
  return createTableColumnHelper<Features, Row>();
}
