import { plural, StatusIcon } from '@callboard/page-parts';
import {
  lengthOfTime,
  type OrganisationStatus,
} from '@callboard/plugin-github-common';
import { StatusWords } from '../parts/StatusWords';
import styles from './LagWords.module.css';

/** How long changes took until they were in the catalog, and whether that is too long. */
export function LagWords(props: {
  lag: NonNullable<OrganisationStatus['lag']>;
  targetLagMs: number;
  /** Only the half of the changes, on one line. */
  isShort?: boolean;
}) {
  const { lag, targetLagMs, isShort } = props;
  const { p50, p99, samples } = lag;
  const half = `half within ${lengthOfTime(p50)}`;
  if (isShort) {
    const isLate = p50 > targetLagMs;
    return (
      <StatusWords status={isLate ? 'warn' : 'pass'}>
        changes: {half}
        {isLate && ', later than the target'}
      </StatusWords>
    );
  }
  const isLate = p50 > targetLagMs || p99 > targetLagMs;
  return (
    <span className={styles.lag}>
      <StatusIcon status={isLate ? 'warn' : 'pass'} word="" size={14} />
      <span className={styles.words}>
        {half}, 99 of 100 within {lengthOfTime(p99)} (
        {plural(samples, 'change')}); the target is {lengthOfTime(targetLagMs)}
      </span>
    </span>
  );
}
