import type { ImportRun, ImportState } from '@callboard/plugin-github-common';
import { stateTitles } from './stateTitles';
import styles from './StateFilter.module.css';

/** Buttons that show only repositories of one kind; those of which there are none are left out. */
export function StateFilter(props: {
  run: Pick<ImportRun, 'counts' | 'items'>;
  value: ImportState | undefined;
  onChange(value: ImportState | undefined): void;
}) {
  const { run, value, onChange } = props;
  const states = (Object.keys(stateTitles) as ImportState[]).filter(
    state => run.counts[state] > 0,
  );
  const button = (
    state: ImportState | undefined,
    title: string,
    count: number,
  ) => (
    <button
      key={title}
      type="button"
      className={styles.button}
      aria-pressed={value === state}
      onClick={() => onChange(state)}
    >
      {title} <span className={styles.count}>{count}</span>
    </button>
  );
  return (
    <div className={styles.filter} role="group" aria-label="Show">
      {states.map(state =>
        button(state, stateTitles[state], run.counts[state]),
      )}
      {button(undefined, 'All', run.items.length)}
    </div>
  );
}
