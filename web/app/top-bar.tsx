import type { EnvironmentAccess } from '../api/session.ts';
import styles from './top-bar.module.css';

/** Find, the environment, and who is signed in. */
export function TopBar({ environment }: { environment: EnvironmentAccess | null }) {
  return <div className={styles.bar}>{environment?.name}</div>;
}
