import { useEffect, useMemo, useRef, useState } from 'react';
import { Button, SearchField, Switch } from '@backstage/ui';
import { CopyButton, fieldClass, plural } from '@callboard/page-parts';
import type { LogLine, StepState } from '../run/RunState';
import { LogLines } from './LogLines';
import styles from './StepLog.module.css';

/** As many as a browser lays out without a pause; the rest is a press away. */
const SHOWN = 1_000;
/** As close to its end as counts as looking at the end. */
const NEAR_PX = 24;

/** The log of a step: searched, followed while it grows, copied. */
export function StepLog(props: { step: StepState; isOver: boolean }) {
  const { step, isOver } = props;
  const { lines, droppedLines, status } = step;
  const [search, setSearch] = useState('');
  const [shown, setShown] = useState(SHOWN);
  const isGrowing = status === 'running' && !isOver;
  const [isFollowing, setFollowing] = useState(true);
  const box = useRef<HTMLDivElement>(null);

  const found = useMemo(() => {
    const wanted = search.trim().toLowerCase();
    return wanted
      ? lines.filter(({ text }) => text.toLowerCase().includes(wanted))
      : lines;
  }, [lines, search]);
  const earlier = Math.max(0, found.length - shown);

  useEffect(() => {
    if (isGrowing && isFollowing && box.current)
      box.current.scrollTop = box.current.scrollHeight;
  }, [isGrowing, isFollowing, found]);

  // What went wrong stands at the end.
  useEffect(() => {
    if (status === 'failed' && box.current)
      box.current.scrollTop = box.current.scrollHeight;
  }, [status]);

  if (lines.length === 0) {
    return <p className={styles.empty}>{emptyWords({ status, isOver })}</p>;
  }
  return (
    <div className={styles.log}>
      <div className={styles.tools}>
        <SearchField
          size="small"
          aria-label={`Search the log of ${step.name}`}
          placeholder="Search the log"
          className={`${fieldClass} ${styles.search}`}
          value={search}
          onChange={setSearch}
        />
        <span className={styles.count} role="status">
          {search.trim()
            ? `${found.length.toLocaleString('en')} of ${plural(
                lines.length,
                'line',
              )}`
            : plural(lines.length, 'line')}
        </span>
        {isGrowing && (
          <Switch
            label="Follow"
            isSelected={isFollowing}
            onChange={setFollowing}
          />
        )}
        <CopyButton text={asText(found)} label={`the log of ${step.name}`} />
      </div>
      {/* It scrolls by the keyboard, too. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div
        ref={box}
        className={styles.box}
        role="region"
        aria-label={`Log of ${step.name}`}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onScroll={({ currentTarget }) => {
          const { scrollHeight, scrollTop, clientHeight } = currentTarget;
          if (isGrowing)
            setFollowing(scrollHeight - scrollTop - clientHeight < NEAR_PX);
        }}
      >
        {droppedLines > 0 && (
          <p className={styles.note}>
            The first {plural(droppedLines, 'line')} are not kept here.
          </p>
        )}
        {earlier > 0 && (
          <Button
            size="small"
            variant="tertiary"
            onPress={() => setShown(count => count + SHOWN)}
          >
            {`Show ${Math.min(earlier, SHOWN).toLocaleString('en')} of ${plural(
              earlier,
              'earlier line',
            )}`}
          </Button>
        )}
        {found.length === 0 && (
          <p className={styles.note}>No line has these words.</p>
        )}
        <LogLines lines={found.slice(earlier)} search={search.trim()} />
      </div>
    </div>
  );
}

function asText(lines: LogLine[]): string {
  return lines.map(({ at, text }) => `${at} ${text}`).join('\n');
}

function emptyWords(options: {
  status: StepState['status'];
  isOver: boolean;
}): string {
  const { status, isOver } = options;
  if (status === 'running') return 'Nothing has been written yet.';
  if (status === 'waiting' && !isOver)
    return 'The step begins when those before it are done.';
  if (status === 'waiting') return 'The run ended before this step.';
  return 'The step wrote nothing.';
}
