import { Skeleton } from '../ui/skeleton.tsx';
import { Brand } from './brand.tsx';
import bands from './environment.module.css';
import styles from './layout.module.css';

const ROWS = Array.from({ length: 14 }, (_, index) => index);

/** The lines of the list page, while nobody knows yet who is signed in. The address tells the environment. */
export function LayoutSkeleton() {
  const environment = /^\/(sandbox|staging|production)(?:\/|$)/.exec(location.pathname)?.[1];
  if (!environment) return null;
  return (
    <div className={styles.shell} aria-hidden="true">
      <div className={`${bands.band} ${bands[environment]}`} />
      <div className={styles.navigation}>
        <div className={styles.waitingBrand}>
          <Brand />
        </div>
      </div>
      <div className={`${styles.top} ${styles.waitingTop}`}>
        <Skeleton width="420px" heightPx={36} />
      </div>
      <div className={styles.content}>
        <div className={styles.waitingHead}>
          <Skeleton width="150px" heightPx={22} />
          <Skeleton width="480px" heightPx={30} />
        </div>
        <div className={styles.waitingRows}>
          {ROWS.map((row) => (
            <div key={row}>
              <Skeleton width="22%" />
              <Skeleton width="9%" />
              <Skeleton width="12%" />
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}
