import styles from './Chips.module.css';

/** Buttons of which one is on, each with how many it shows. */
export function Chips<Id extends string>(props: {
  label: string;
  chips: { id: Id; title: string; count?: number }[];
  value: Id;
  onChange(id: Id): void;
}) {
  const { label, chips, value, onChange } = props;
  return (
    <div className={styles.chips} role="group" aria-label={label}>
      {chips.map(({ id, title, count }) => (
        <button
          key={id}
          type="button"
          className={styles.chip}
          aria-pressed={id === value}
          onClick={() => onChange(id)}
        >
          {title}
          {count !== undefined && (
            <>
              {' '}
              <span className={styles.count}>{count}</span>
            </>
          )}
        </button>
      ))}
    </div>
  );
}
