import { Ago, Notice, OutLink, Panel } from '@callboard/page-parts';
import { Link } from '@backstage/ui';
import type { AlertCounts, Answer } from '@callboard/plugin-github-common';
import { RiShieldCheckLine } from '@remixicon/react';
import { moveRowFocus } from '../activity/moveRowFocus';
import { AnswerBody } from '../activity/parts/Answered';
import { Cut } from '../activity/parts/Cut';
import table from '../activity/parts/Table.module.css';
import styles from './AlertPanel.module.css';
import type { AlertRow } from './alertRows';
import { SeverityCounts } from './SeverityCounts';
import { SeverityTag } from './SeverityTag';

const MOST = 20;

/** The alerts of one kind. */
export function AlertPanel<T extends { more: boolean }>(props: {
  title: string;
  answer: Answer<T>;
  by: string;
  rowsOf(value: T): AlertRow[];
  /** How many are open: by severity, or in all where they have none. */
  openOf(value: T): AlertCounts | number;
  /** What is said where there is none. */
  none: string;
  /** Where GitHub lists all of them. */
  moreUrl: string;
}) {
  const { title, answer, by, rowsOf, openOf, none, moreUrl } = props;
  const isAnswered = answer.state === 'answered';
  const open = isAnswered ? openOf(answer.value) : undefined;
  return (
    <Panel
      title={title}
      facts={
        isAnswered && (
          <>
            {typeof open === 'object' && <SeverityCounts counts={open} />}
            {answer.value.more && ' and more'}
          </>
        )
      }
      count={typeof open === 'number' ? open : undefined}
      actions={isAnswered && <OutLink href={moreUrl}>At GitHub</OutLink>}
    >
      <AnswerBody answer={answer} by={by}>
        {value => {
          const rows = rowsOf(value);
          if (rows.length === 0)
            return (
              <Notice
                icon={<RiShieldCheckLine size={20} />}
                title="Nothing is open"
              >
                {none}
              </Notice>
            );
          return (
            <>
              <Cut items={rows} most={MOST}>
                {shown => <AlertTable rows={shown} />}
              </Cut>
              {value.more && (
                <p className={styles.more}>
                  There are more than these.{' '}
                  <OutLink href={moreUrl}>All of them at GitHub</OutLink>
                </p>
              )}
            </>
          );
        }}
      </AnswerBody>
    </Panel>
  );
}

function AlertTable({ rows }: { rows: AlertRow[] }) {
  return (
    // The links inside take the focus; the table only moves it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <table className={table.table} onKeyDown={moveRowFocus}>
      <thead>
        <tr>
          <th scope="col">Alert</th>
          <th scope="col" className={`${table.medium} ${styles.where}`}>
            Where
          </th>
          <th scope="col" className={`${table.wide} ${styles.remedy}`}>
            Remedy
          </th>
          <th scope="col" className={styles.age}>
            Found
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={row.number}>
            <td>
              <span className={table.cell}>
                {row.severity && <SeverityTag severity={row.severity} />}
                <Link
                  href={row.url}
                  target="_blank"
                  rel="noopener noreferrer"
                  standalone
                  data-row
                  title={`${row.title} (opens in a new tab)`}
                  className={styles.title}
                >
                  {row.title}
                </Link>
              </span>
            </td>
            <td className={table.medium} title={row.where}>
              <span className={table.code}>{row.where}</span>
            </td>
            <td className={table.wide} title={row.remedy}>
              {row.remedy}
            </td>
            <td>
              <Ago at={row.createdAt} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
