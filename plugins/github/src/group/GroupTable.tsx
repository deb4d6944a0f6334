import { Link } from '@backstage/ui';
import { MiddleTruncated, StatusIcon } from '@callboard/page-parts';
import type { RepositorySummary } from '@callboard/plugin-github-common';
import { checksLook } from '../activity/checksLook';
import { moveRowFocus } from '../activity/moveRowFocus';
import { Cut } from '../activity/parts/Cut';
import table from '../activity/parts/Table.module.css';
import { useTabPath } from '../activity/useTabPath';
import { countAlerts, SEVERITIES } from '../security/severities';
import { SeverityTag } from '../security/SeverityTag';
import styles from './GroupTable.module.css';

const MOST = 12;

/** A team's repositories, one a row; each number leads to the tab that has the rest. */
export function GroupTable(props: { repositories: RepositorySummary[] }) {
  const { repositories } = props;
  return (
    <Cut items={repositories} most={MOST}>
      {shown => <Rows repositories={shown} />}
    </Cut>
  );
}

function Rows({ repositories }: { repositories: RepositorySummary[] }) {
  const tabPath = useTabPath();
  return (
    // The links inside take the focus; the table only moves it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <table className={table.table} onKeyDown={moveRowFocus}>
      <thead>
        <tr>
          <th scope="col">Component</th>
          <th scope="col" className={styles.pulls}>
            Pull requests
          </th>
          <th scope="col" className={`${table.medium} ${styles.oldest}`}>
            Oldest
          </th>
          <th scope="col" className={`${table.medium} ${styles.alerts}`}>
            Alerts
          </th>
        </tr>
      </thead>
      <tbody>
        {repositories.map(repository => {
          const { entityRef, title, pulls, lacks } = repository;
          const ci = checksLook(repository.ci);
          return (
            <tr key={repository.url}>
              <td title={lacks.map(({ words }) => words).join(' ')}>
                <span className={table.cell}>
                  <StatusIcon status={ci.status} word={ci.word} />
                  <Link
                    href={tabPath(entityRef, '/ci') ?? repository.url}
                    standalone
                    data-row
                    className={styles.name}
                  >
                    <MiddleTruncated text={title} />
                  </Link>
                </span>
              </td>
              <td>
                {pulls.open === 0 ? (
                  <span className={table.dim}>none</span>
                ) : (
                  `${pulls.open} open, ${pulls.waiting} waiting`
                )}
              </td>
              <td className={table.medium}>
                {pulls.oldestDays === undefined ? '–' : `${pulls.oldestDays} d`}
              </td>
              <td className={table.medium}>
                <Alerts repository={repository} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** The worst severity that is open, and how many there are in all. */
function Alerts({ repository }: { repository: RepositorySummary }) {
  const { alerts, lacks } = repository;
  if (!alerts) {
    return (
      <span
        className={table.dim}
        title={lacks.map(({ words }) => words).join(' ') || undefined}
      >
        not shown
      </span>
    );
  }
  const worst = SEVERITIES.find(severity => alerts[severity] > 0);
  if (!worst) return <span className={table.dim}>none</span>;
  const rest = countAlerts(alerts) - alerts[worst];
  return (
    <span className={table.cell}>
      <SeverityTag severity={worst} count={alerts[worst]} />
      {rest > 0 && <span className={table.dim}>+{rest}</span>}
    </span>
  );
}
