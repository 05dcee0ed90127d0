import styles from './spinner.module.css';

/** A turning ring of the text's colour; stands still, but stays, under reduced motion. Decorative: say in words what goes on. */
export function Spinner({ sizePx = 14 }: { sizePx?: number }) {
  return <span className={styles.spinner} style={{ width: sizePx, height: sizePx }} aria-hidden="true" />;
}
