import styles from './MiddleTruncated.module.css';

const TAIL = 7;

/** A name on one line. When it does not fit, its middle goes, since names differ at both ends; the whole is on hover. */
export function MiddleTruncated(props: { text: string }) {
  const { text } = props;
  const cut = text.length > 2 * TAIL ? text.length - TAIL : text.length;
  return (
    <span className={styles.text} title={text}>
      <span className={styles.head}>{text.slice(0, cut)}</span>
      <span className={styles.tail}>{text.slice(cut)}</span>
    </span>
  );
}
