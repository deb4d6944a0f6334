import { StatusIcon } from '@callboard/page-parts';
import type { FreshnessTrouble } from '@callboard/plugin-github-common';
import styles from './TroubleList.module.css';

/** What keeps an organisation from being fresh, each with what to do about it. */
export function TroubleList(props: { troubles: FreshnessTrouble[] }) {
  return (
    <ul className={styles.list} aria-label="What is wrong">
      {props.troubles.map(({ kind, severity, cause, remedy }) => (
        <li key={cause} className={styles.trouble} data-kind={kind}>
          <StatusIcon status={severity} />
          <span className={styles.words}>
            {cause} <span className={styles.remedy}>{remedy}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
