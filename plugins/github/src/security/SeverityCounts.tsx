import type { AlertCounts } from '@callboard/plugin-github-common';
import styles from './SeverityCounts.module.css';
import { SEVERITIES } from './severities';
import { SeverityTag } from './SeverityTag';

/** How many alerts are open, by severity. */
export function SeverityCounts(props: { counts: AlertCounts }) {
  return (
    <span className={styles.counts}>
      {SEVERITIES.map(severity => (
        <SeverityTag
          key={severity}
          severity={severity}
          count={props.counts[severity]}
        />
      ))}
    </span>
  );
}
