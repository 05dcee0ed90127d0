import styles from './skeleton.module.css';

interface SkeletonProps {
  /** Of what comes: `120px`, `60%`. */
  width?: string;
  heightPx?: number;
}

/** Holds the place of what is still loading, in its size. */
export function Skeleton({ width = '100%', heightPx = 12 }: SkeletonProps) {
  return <span className={styles.skeleton} style={{ width, height: heightPx }} aria-hidden="true" />;
}
