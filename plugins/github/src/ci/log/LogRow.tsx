import { RiArrowRightSLine } from '@remixicon/react';
import { LogLineText } from './LogLineText';
import type { LogLine } from './parseLog';
import styles from './LogRow.module.css';

/** A line of a log: its number, which puts it into the address, and what it says; the head of a fold opens and closes it. */
export function LogRow(props: {
  line: LogLine;
  top: number;
  isOpen: boolean;
  /** The address names it, or the search stands at it. */
  isCurrent: boolean;
  searched: string;
  onFold(): void;
  onChoose(): void;
}) {
  const { line, top, isOpen, isCurrent, searched, onFold, onChoose } = props;
  const { number, at, foldsUntil, within } = line;
  return (
    <div
      className={styles.row}
      style={{ top }}
      data-current={isCurrent}
      data-within={within !== undefined}
    >
      <button
        type="button"
        className={styles.number}
        title={at && new Date(at).toLocaleString()}
        aria-label={`Line ${number}`}
        aria-pressed={isCurrent}
        tabIndex={-1}
        onClick={onChoose}
      >
        {number}
      </button>
      {foldsUntil ? (
        <button
          type="button"
          className={styles.fold}
          aria-expanded={isOpen}
          onClick={onFold}
        >
          <RiArrowRightSLine
            size={14}
            className={styles.chevron}
            data-open={isOpen}
            aria-hidden
          />
          <LogLineText line={line} searched={searched} />
        </button>
      ) : (
        <LogLineText line={line} searched={searched} />
      )}
    </div>
  );
}
