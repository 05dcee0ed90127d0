import styles from './brand.module.css';

/** The mark and the name. */
export function Brand() {
  return (
    <span className={styles.brand}>
      <span className={styles.mark}>
        <svg
          width="13"
          height="13"
          viewBox="0 0 13 13"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.8"
          strokeLinecap="round"
          aria-hidden="true"
        >
          <path d="M5.2 7.8 7.8 5.2M4 5.6 2.7 6.9a2.4 2.4 0 0 0 3.4 3.4L7.4 9M9 7.4l1.3-1.3a2.4 2.4 0 0 0-3.4-3.4L5.6 4" />
        </svg>
      </span>
      <span>Tautan</span>
    </span>
  );
}
