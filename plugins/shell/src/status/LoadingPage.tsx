import styles from './StatusPage.module.css';

/** Shown only when a page takes longer than a blink: what is fast should not flicker. */
export function LoadingPage() {
  return (
    <div
      className={styles.loading}
      role="progressbar"
      aria-label="Loading"
      data-testid="progress"
    >
      <div className={styles.bar} />
      <div className={styles.bar} />
      <div className={styles.bar} />
      <div className={styles.bar} />
    </div>
  );
}
