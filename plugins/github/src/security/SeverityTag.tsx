import type { AlertSeverity } from '@callboard/plugin-github-common';
import styles from './SeverityTag.module.css';

/** A severity by its word and, beside that, its colour. */
export function SeverityTag(props: {
  severity: AlertSeverity;
  count?: number;
}) {
  const { severity, count } = props;
  return (
    <span
      className={styles.tag}
      data-severity={severity}
      data-none={count === 0}
    >
      {count !== undefined && `${count} `}
      {severity}
    </span>
  );
}
