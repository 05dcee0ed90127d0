import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './panel-placeholder.module.css';

/** Holds the place of the open payment until its script is there. */
export function PanelPlaceholder() {
  return (
    <div className={styles.panel} aria-hidden="true">
      <Skeleton width="180px" />
      <Skeleton width="140px" heightPx={24} />
      <Skeleton width="220px" heightPx={22} />
      <Skeleton heightPx={32} />
      <Skeleton heightPx={180} />
    </div>
  );
}
