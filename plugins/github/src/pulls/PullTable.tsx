import { Ago, StatusIcon } from '@callboard/page-parts';
import { Link } from '@backstage/ui';
import type { Pull } from '@callboard/plugin-github-common';
import { checksLook } from '../activity/checksLook';
import { moveRowFocus } from '../activity/moveRowFocus';
import table from '../activity/parts/Table.module.css';
import styles from './PullTable.module.css';
import { reviewWords } from './reviewWords';
import { waitsForMe } from './pullViews';

/** Pull requests, one a row: checks, title, author, age, size, and how the review stands. */
export function PullTable(props: {
  pulls: Pull[];
  login?: string;
  /** They are of several repositories. */
  showsRepository?: boolean;
}) {
  const { pulls, login, showsRepository } = props;
  return (
    // The links inside take the focus; the table only moves it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <table className={table.table} onKeyDown={moveRowFocus}>
      <thead>
        <tr>
          <th scope="col">Title</th>
          <th scope="col" className={`${table.wide} ${styles.author}`}>
            Author
          </th>
          <th scope="col" className={`${table.medium} ${styles.review}`}>
            Review
          </th>
          <th scope="col" className={`${table.medium} ${styles.size}`}>
            Size
          </th>
          <th scope="col" className={styles.age}>
            Opened
          </th>
        </tr>
      </thead>
      <tbody>
        {pulls.map(pull => {
          const checks = checksLook(pull.checks);
          const review = reviewWords(pull);
          return (
            <tr key={`${pull.repository} ${pull.number}`}>
              <td>
                <span className={table.cell}>
                  <StatusIcon status={checks.status} word={checks.word} />
                  <Link
                    href={pull.url}
                    target="_blank"
                    rel="noopener noreferrer"
                    standalone
                    data-row
                    title={`${pull.title} (opens in a new tab)`}
                    className={styles.title}
                  >
                    {pull.title}
                  </Link>
                  {pull.isDraft && <span className={table.tag}>draft</span>}
                  {pull.mergeable === 'conflicting' && (
                    <span className={table.tag}>conflicts</span>
                  )}
                  {waitsForMe(pull, login) && (
                    <span className={table.tag}>your review</span>
                  )}
                  <span className={`${table.dim} ${styles.number}`}>
                    {showsRepository && pull.repository}#{pull.number}
                  </span>
                </span>
              </td>
              <td className={table.wide}>{pull.author ?? '–'}</td>
              <td className={table.medium} title={review.title}>
                {review.words}
              </td>
              <td
                className={table.medium}
                title={`${pull.files} files, ${pull.additions} lines more, ${pull.deletions} less`}
              >
                <span className={table.tag}>{pull.size}</span>{' '}
                <span className={table.plus}>+{pull.additions}</span>{' '}
                <span className={table.minus}>−{pull.deletions}</span>
              </td>
              <td>
                <Ago at={pull.createdAt} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
