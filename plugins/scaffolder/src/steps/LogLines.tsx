import { memo, type ReactNode } from 'react';
import type { LogLine } from '../run/RunState';
import styles from './LogLines.module.css';

/** Lines of a log as text, never as markup; what was searched for is marked. */
export const LogLines = memo(function Lines(props: {
  lines: LogLine[];
  search: string;
}) {
  const { lines, search } = props;
  return (
    <ol className={styles.lines}>
      {lines.map((line, index) => (
        <li key={index} className={styles.line} data-level={line.level}>
          <time className={styles.at} dateTime={line.at} title={line.at}>
            {clock(line.at)}
          </time>
          <span className={styles.text}>
            {line.level === 'error' && (
              <span className={styles.hidden}>Error: </span>
            )}
            {search ? marked({ text: line.text, search }) : line.text}
          </span>
        </li>
      ))}
    </ol>
  );
});

function clock(at: string): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? '' : date.toTimeString().slice(0, 8);
}

/** At most so many marks on one line; more are no help. */
const MOST_MARKS = 100;

function marked(options: { text: string; search: string }): ReactNode[] {
  const { text, search } = options;
  const lower = text.toLowerCase();
  const wanted = search.toLowerCase();
  const parts: ReactNode[] = [];
  let from = 0;
  for (let count = 0; count < MOST_MARKS; count++) {
    const at = lower.indexOf(wanted, from);
    if (at < 0) break;
    parts.push(
      text.slice(from, at),
      <mark key={at}>{text.slice(at, at + wanted.length)}</mark>,
    );
    from = at + wanted.length;
  }
  return [...parts, text.slice(from)];
}
