import { plural } from '@callboard/page-parts';
import type { Insights } from '@callboard/plugin-github-common';
import styles from './WeeksChart.module.css';

const HEIGHT = 48;
const STEP = 6;
const BAR = 4;

/** Commits of the default branch by week as bars; their numbers are a table for who does not see them. */
export function WeeksChart(props: { weeks: Insights['weeks'] }) {
  const { weeks } = props;
  const total = weeks.reduce((sum, { commits }) => sum + commits, 0);
  const most = Math.max(1, ...weeks.map(({ commits }) => commits));
  return (
    <>
      <svg
        className={styles.chart}
        viewBox={`0 0 ${Math.max(1, weeks.length) * STEP} ${HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden
      >
        {weeks.map(({ from, commits }, index) => {
          const height =
            commits === 0 ? 1 : Math.max(3, (commits / most) * HEIGHT);
          return (
            <rect
              key={from}
              className={styles.bar}
              data-empty={commits === 0}
              x={index * STEP}
              y={HEIGHT - height}
              width={BAR}
              height={height}
            >
              <title>{`${plural(
                commits,
                'commit',
              )} in the week of ${from}`}</title>
            </rect>
          );
        })}
      </svg>
      <p className={styles.words}>
        {plural(total, 'commit')} in {plural(weeks.length, 'week')}
      </p>
      <table className={styles.hidden}>
        <caption>Commits by week</caption>
        <tbody>
          {weeks
            .filter(({ commits }) => commits > 0)
            .map(({ from, commits }) => (
              <tr key={from}>
                <th scope="row">{from}</th>
                <td>{commits}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </>
  );
}
