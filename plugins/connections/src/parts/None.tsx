import styles from './Table.module.css';

/** A cell that has nothing to say. */
export function None(props: { word?: string }) {
  return (
    <>
      <span aria-hidden className={styles.dim}>
        –
      </span>
      <span className={styles.hidden}>{props.word ?? 'none'}</span>
    </>
  );
}
