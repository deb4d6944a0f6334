import { Ago } from '@callboard/page-parts';
import type { RateLimitFacts } from '@callboard/plugin-connections-common';
import { resourceTitles } from './resourceTitles';
import styles from './LimitBars.module.css';

const NEARLY_USED_UP = 0.1;

/** How much is left of each of GitHub's limits, when it starts anew and who spent it. */
export function LimitBars(props: { limits: RateLimitFacts[] }) {
  if (props.limits.length === 0)
    return <p className={styles.none}>GitHub has not told its limits yet.</p>;
  return (
    <ul className={styles.bars}>
      {props.limits.map(limit => (
        <LimitBar key={limit.resource} limit={limit} />
      ))}
    </ul>
  );
}

function LimitBar(props: { limit: RateLimitFacts }) {
  const { resource, limit, remaining, resetAt, spentBy } = props.limit;
  const share = limit > 0 ? remaining / limit : 0;
  const level = limit > 0 && share < NEARLY_USED_UP ? 'low' : 'fine';
  const title = resourceTitles[resource];
  return (
    <li className={styles.bar}>
      <span className={styles.title}>{title}</span>
      <span
        role="meter"
        aria-label={`${title}, left of the limit`}
        aria-valuemin={0}
        aria-valuemax={limit}
        aria-valuenow={remaining}
        aria-valuetext={`${remaining} of ${limit} left`}
        className={styles.track}
      >
        <span
          className={styles.fill}
          data-level={level}
          style={{ width: `${Math.round(share * 100)}%` }}
        />
      </span>
      <span className={styles.number}>
        {remaining.toLocaleString('en')} of {limit.toLocaleString('en')} left
        {level === 'low' && <strong>, nearly used up</strong>}
      </span>
      <span className={styles.detail}>
        resets <Ago at={resetAt} />
        {spentBy.length > 0 &&
          `; last hour: ${spentBy
            .map(({ plugin, cost }) => `${plugin} ${cost.toLocaleString('en')}`)
            .join(', ')}`}
      </span>
    </li>
  );
}
