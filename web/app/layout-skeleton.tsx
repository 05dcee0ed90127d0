import styles from './layout.module.css';

/** The lines of the page, while nobody knows yet who is signed in. */
export function LayoutSkeleton() {
  return (
    <div className={styles.shell}>
      <div className={styles.band} />
      <div className={styles.navigation} />
      <div className={styles.top} />
    </div>
  );
}
