import type { ShownStatus } from '@callboard/page-parts';
import type {
  PermissionComparison,
  PermissionRow,
} from '@callboard/plugin-connections-common';
import { useOverview } from '../../page/OverviewContext';
import { None } from '../../parts/None';
import { StatusWords } from '../../parts/StatusWords';
import table from '../../parts/Table.module.css';
import styles from './PermissionTable.module.css';

const VERDICTS: Record<
  PermissionRow['verdict'],
  { status: ShownStatus; word: string; weight: number }
> = {
  missing: { status: 'fail', word: 'Missing', weight: 0 },
  needless: { status: 'warn', word: 'Needless', weight: 1 },
  ok: { status: 'pass', word: 'Needed', weight: 2 },
};

const SCOPES: Record<PermissionRow['scope'], string> = {
  repository: 'repository',
  organization: 'organisation',
  account: 'account',
};

/** What is granted beside what is needed: what is missing first, what nothing needs second. */
export function PermissionTable(props: { comparison: PermissionComparison }) {
  const rows = [...props.comparison.rows].sort(
    (a, b) =>
      VERDICTS[a.verdict].weight - VERDICTS[b.verdict].weight ||
      a.title.localeCompare(b.title),
  );
  if (rows.length === 0)
    return <p className={styles.none}>GitHub did not tell its permissions.</p>;
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col" className={styles.permission}>
            Permission
          </th>
          <th scope="col" className={styles.level}>
            Granted
          </th>
          <th scope="col" className={styles.level}>
            Needed
          </th>
          <th scope="col" className={styles.verdict}>
            Verdict
          </th>
          <th scope="col" className={table.wide}>
            Needed by
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(row => {
          const { status, word } = VERDICTS[row.verdict];
          // Granted at a higher level than anything needs.
          const isTooMuch = row.verdict === 'needless' && row.needed;
          return (
            <tr key={`${row.scope} ${row.permission}`}>
              <th
                scope="row"
                className={table.wraps}
                title={`${row.permission} (${SCOPES[row.scope]})`}
              >
                {row.title}{' '}
                <span className={table.dim}>{SCOPES[row.scope]}</span>
                {row.verdict === 'missing' && (
                  <div className={styles.narrow}>
                    <NeededBy row={row} />
                  </div>
                )}
              </th>
              <td>{row.granted ?? <None word="not granted" />}</td>
              <td>{row.needed ?? <None word="not needed" />}</td>
              <td>
                <StatusWords status={status}>
                  {isTooMuch ? 'Too much' : word}
                </StatusWords>
              </td>
              <td
                className={`${table.wide} ${
                  row.verdict === 'missing' ? table.wraps : ''
                }`}
              >
                <NeededBy row={row} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** The features that need it. What is missing also names the routes, since there the question is why. */
function NeededBy(props: { row: PermissionRow }) {
  const { neededBy, verdict } = props.row;
  const { features } = useOverview().overview;
  const titleOf = (id: string) => features.find(f => f.id === id)?.title ?? id;
  if (neededBy.length === 0)
    return <span className={table.dim}>Nothing that is switched on</span>;
  if (verdict !== 'missing') {
    const titles = [...new Set(neededBy.map(need => titleOf(need.feature)))];
    return (
      <span
        title={neededBy
          .map(need => `${titleOf(need.feature)}: ${need.route}`)
          .join('\n')}
      >
        {titles.join(', ')}
      </span>
    );
  }
  return (
    <ul className={styles.needs}>
      {neededBy.map(({ feature, level, route }) => (
        <li key={`${feature} ${route}`}>
          {titleOf(feature)} ({level}): <code>{route}</code>
        </li>
      ))}
    </ul>
  );
}
