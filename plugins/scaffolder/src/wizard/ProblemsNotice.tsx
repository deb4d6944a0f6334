import { RiToolsLine } from '@remixicon/react';
import { Notice, plural } from '@callboard/page-parts';
import {
  MOST_TEMPLATE_PROBLEMS,
  type TemplateProblem,
} from '@callboard/plugin-scaffolder-common';
import styles from './Wizard.module.css';

/** More would push the form out of sight. */
const SHOWN = 5;

/** What in a template will not do what its author means, the worst first. The backend tells it to the owners of the template, and to administrators. */
export function ProblemsNotice(props: { problems: TemplateProblem[] }) {
  const { problems } = props;
  if (problems.length === 0) return null;
  const isCut = problems.length >= MOST_TEMPLATE_PROBLEMS;
  const more = problems.length - SHOWN;
  return (
    <div role="note" aria-label="Problems of the template">
      <Notice
        icon={<RiToolsLine size={20} />}
        title={`This template has ${isCut ? 'at least ' : ''}${plural(
          problems.length,
          'problem',
        )}`}
      >
        <span className={styles.mended}>
          <span>Only its owners and administrators see this.</span>
          {problems.slice(0, SHOWN).map(({ key, message, remedy }, index) => (
            <span key={`${index} ${key}`}>
              <code>{key}</code> {message} {remedy}
            </span>
          ))}
          {more > 0 && (
            <span>
              And {more} more. <code>callboard validate</code> lists what is
              wrong in the file, with lines.
            </span>
          )}
        </span>
      </Notice>
    </div>
  );
}
