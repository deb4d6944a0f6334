import type { CheckResult } from '@callboard/plugin-connections-common';
import { CheckRow } from './CheckRow';
import styles from './CheckList.module.css';

/** Results, one below the other. */
export function CheckList(props: { label: string; results: CheckResult[] }) {
  return (
    <ul className={styles.list} aria-label={props.label}>
      {props.results.map(result => (
        <CheckRow key={result.id} result={result} />
      ))}
    </ul>
  );
}
