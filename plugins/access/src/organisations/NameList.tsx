import styles from './NameList.module.css';

/** Names under a word, as `Removed 3`: not more than there is room for, and how many more there are. */
export function NameList(props: {
  word: string;
  count: number;
  names: { name: string; why?: string }[];
}) {
  const { word, count, names } = props;
  return (
    <div className={styles.list}>
      <span className={styles.word}>
        {word} {count.toLocaleString('en')}
      </span>
      {/* It scrolls, so it has to be reached by keyboard. */}
      <ul
        className={styles.names}
        aria-label={word}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        {names.map(({ name, why }) => (
          <li key={`${name} ${why}`}>
            <code>{name}</code>
            {why && <span className={styles.dim}> {why}</span>}
          </li>
        ))}
        {count > names.length && (
          <li className={styles.dim}>
            and {(count - names.length).toLocaleString('en')} more
          </li>
        )}
      </ul>
    </div>
  );
}
