import { Skeleton } from '../ui/skeleton.tsx';
import type { ColumnLook } from './columns.ts';
import styles from './data-table.module.css';

interface SkeletonRowsProps {
  /** Boxes stand before the rows. */
  canChoose: boolean;
  columns: readonly { align?: 'right'; keepsUntil?: ColumnLook['keepsUntil']; skeleton?: string }[];
}

const ROWS = Array.from({ length: 14 }, (_, index) => index);

/** As many rows as a laptop shows, of the height that the real ones have. */
export function SkeletonRows({ canChoose, columns }: SkeletonRowsProps) {
  return ROWS.map((index) => (
    <tr key={index}>
      {canChoose && <td className={styles.choose} />}
      {columns.map(({ align, keepsUntil, skeleton }, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the columns are a constant
        <td key={column} className={`${align === 'right' ? styles.right : ''} ${keepsUntil ? styles[keepsUntil] : ''}`}>
          <Skeleton width={skeleton ?? '70%'} />
        </td>
      ))}
    </tr>
  ));
}
