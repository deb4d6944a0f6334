import { Ago, StatusIcon } from '@callboard/page-parts';
import type { RunBrief } from '@callboard/plugin-github-common';
import { buildLook } from '../../activity/buildLook';
import { isUnderWay } from '../../activity/isUnderWay';
import { moveRowFocus } from '../../activity/moveRowFocus';
import table from '../../activity/parts/Table.module.css';
import { tookTime } from '../../activity/tookTime';
import styles from './RunTable.module.css';

/** Runs, one a row; arrows go through them, Enter opens one. */
export function RunTable(props: {
  runs: RunBrief[];
  onOpen(run: RunBrief): void;
}) {
  const { runs, onOpen } = props;
  return (
    // The buttons inside take the focus; the table only moves it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <table className={table.table} onKeyDown={moveRowFocus}>
      <thead>
        <tr>
          <th scope="col">Run</th>
          <th scope="col" className={`${table.medium} ${styles.branch}`}>
            Branch
          </th>
          <th scope="col" className={`${table.wide} ${styles.event}`}>
            Started by
          </th>
          <th scope="col" className={`${table.wide} ${styles.took}`}>
            Took
          </th>
          <th scope="col" className={styles.when}>
            When
          </th>
        </tr>
      </thead>
      <tbody>
        {runs.map(run => {
          const look = buildLook(run);
          return (
            <tr key={run.id}>
              <td>
                <button
                  type="button"
                  className={styles.run}
                  data-row
                  title={run.title}
                  onClick={() => onOpen(run)}
                >
                  <StatusIcon status={look.status} word={look.word} />
                  <span className={styles.title}>{run.title}</span>
                  <span className={styles.workflow}>
                    {run.workflow} #{run.number}
                    {run.attempt > 1 && `, attempt ${run.attempt}`}
                  </span>
                </button>
              </td>
              <td className={table.medium} title={run.branch ?? undefined}>
                <span className={table.code}>{run.branch ?? '–'}</span>
              </td>
              <td className={table.wide}>
                {run.event.replace(/_/g, ' ')}
                {run.actor && <span className={table.dim}>, {run.actor}</span>}
              </td>
              <td className={table.wide}>
                {tookTime({
                  from: run.startedAt,
                  to: isUnderWay(run) ? null : run.updatedAt,
                  now: new Date(),
                }) ?? '–'}
              </td>
              <td>
                <Ago at={run.startedAt} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
