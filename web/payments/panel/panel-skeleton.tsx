import { Skeleton } from '../../ui/skeleton.tsx';
import { useWords } from '../../words/words.tsx';
import styles from './panel-skeleton.module.css';

const factWidths = ['180px', '200px', '96px', '190px', '130px', '170px', '150px', '210px', '110px', '140px'];
const buttonWidths = ['130px', '76px', '88px', '66px'];
const entryWidths = ['150px', '190px', '120px', '170px'];

/** Holds the places of actions, details and timeline, in their size. */
export function PanelSkeleton() {
  const { common } = useWords();
  return (
    <div>
      <span className="visually-hidden" role="status">
        {common.loading}
      </span>
      <div className={styles.actions}>
        {buttonWidths.map((width) => (
          <Skeleton key={width} width={width} heightPx={32} />
        ))}
      </div>
      <div className={styles.facts}>
        {factWidths.map((width) => (
          <div key={width} className={styles.fact}>
            <Skeleton width="80px" />
            <Skeleton width={width} />
          </div>
        ))}
      </div>
      <div className={styles.entries}>
        {entryWidths.map((width) => (
          <div key={width} className={styles.entry}>
            <Skeleton width={width} />
            <Skeleton width="220px" heightPx={10} />
          </div>
        ))}
      </div>
    </div>
  );
}
