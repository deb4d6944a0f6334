import { ansiSpans } from './ansiSpans';
import type { LogLine } from './parseLog';
import styles from './LogLineText.module.css';

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What a line says, in the colours of a terminal; while something is searched for, with that marked instead. */
export function LogLineText(props: { line: LogLine; searched: string }) {
  const { line, searched } = props;
  // What stands at an odd place is what is searched for.
  const parts = searched
    ? line.text.split(new RegExp(`(${escaped(searched)})`, 'gi'))
    : [];
  if (parts.length > 1) {
    return (
      <span className={styles.text} data-mark={line.mark}>
        {parts.map((part, index) =>
          index % 2 === 1 ? (
            // eslint-disable-next-line react/no-array-index-key -- a line never changes
            <mark key={index} className={styles.found}>
              {part}
            </mark>
          ) : (
            part
          ),
        )}
      </span>
    );
  }
  return (
    <span className={styles.text} data-mark={line.mark}>
      {line.mark && line.mark !== 'command' && (
        <strong>{`${line.mark[0].toUpperCase()}${line.mark.slice(
          1,
        )}: `}</strong>
      )}
      {ansiSpans(line.raw).map((span, index) => (
        <span
          // eslint-disable-next-line react/no-array-index-key -- a line never changes
          key={index}
          className={styles.span}
          data-colour={span.colour}
          data-bold={span.isBold}
          data-dim={span.isDim}
          data-italic={span.isItalic}
          data-underlined={span.isUnderlined}
        >
          {span.text}
        </span>
      ))}
    </span>
  );
}
