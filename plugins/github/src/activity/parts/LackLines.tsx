import { OutLink, StatusIcon } from '@callboard/page-parts';
import type { Lack } from '@callboard/plugin-github-common';
import styles from './LackLines.module.css';

/** What is missing in what is shown, one line a permission. */
export function LackLines(props: { lacks: Lack[] }) {
  const { lacks } = props;
  if (lacks.length === 0) return null;
  return (
    <ul className={styles.list} aria-label="What is missing">
      {lacks.map(
        ({ permission, title, level, words, link, linkTitle, whom }) => (
          <li key={permission} className={styles.line}>
            <StatusIcon status="warn" word="" size={14} />
            <span>
              {words} It can be granted by {whom}.{' '}
              {link && (
                <OutLink href={link}>
                  {linkTitle ?? `Grant “${title}: ${level}”`}
                </OutLink>
              )}
            </span>
          </li>
        ),
      )}
    </ul>
  );
}
