import { useEffect, useMemo, useState } from 'react';
import { Button } from '@backstage/ui';
import { CopyButton, OutLink, plural } from '@callboard/page-parts';
import { findInLog } from './findInLog';
import { LogBar } from './LogBar';
import { LogRow } from './LogRow';
import { parseLog } from './parseLog';
import { shownLines } from './shownLines';
import { useRowsWindow } from './useRowsWindow';
import styles from './LogView.module.css';

const ROW = 20;

/** A whole log: folds, marks, search. Only what is seen is drawn, so that its length does not matter. */
export function LogView(props: {
  log: string;
  /** Whose log it is. */
  name: string;
  /** The same at GitHub. */
  url: string;
  /** The line that the address names. */
  line?: number;
  onLine(line: number): void;
}) {
  const { log, name, url, line: chosen, onLine } = props;
  // A scroll draws again, and must not go through a long log for that.
  const { lines, errors, heads, whole } = useMemo(() => {
    const parsed = parseLog(log);
    return {
      ...parsed,
      heads: parsed.lines.filter(({ foldsUntil }) => foldsUntil),
      whole: parsed.lines.map(({ text: said }) => said).join('\n'),
    };
  }, [log]);
  const [text, setText] = useState('');
  const [isOnlyFound, setOnlyFound] = useState(false);
  const [at, setAt] = useState(0);
  const [open, setOpen] = useState<ReadonlySet<number>>(
    () =>
      // What failed, and what a link leads to, must not hide in a fold.
      new Set(
        [...errors, chosen].flatMap(number => foldOf(lines, number) ?? []),
      ),
  );
  const found = useMemo(() => findInLog({ lines, text }), [lines, text]);
  const shown = useMemo(
    () =>
      shownLines({
        lines,
        open,
        ...(text && isOnlyFound && { found: new Set(found) }),
      }),
    [lines, open, text, isOnlyFound, found],
  );
  const [target, setTarget] = useState<number | undefined>(chosen ?? errors[0]);
  const { box, onScroll, from, until, show } = useRowsWindow({
    count: shown.length,
    rowHeight: ROW,
  });

  useEffect(() => {
    if (target === undefined) return;
    const index = shown.findIndex(({ number }) => number === target);
    if (index >= 0) show(index);
    setTarget(undefined);
  }, [target, shown, show]);

  const goTo = (number: number | undefined) => {
    const fold = foldOf(lines, number);
    if (fold !== undefined && !open.has(fold))
      setOpen(new Set([...open, fold]));
    setTarget(number);
  };
  const step = (by: number) => {
    if (found.length === 0) return;
    const next = (at + by + found.length) % found.length;
    setAt(next);
    goTo(found[next]);
  };
  const search = (next: string) => {
    setText(next);
    setAt(0);
    goTo(findInLog({ lines, text: next })[0]);
  };
  const areAllOpen = heads.every(({ number }) => open.has(number));
  const current = text ? found[at] : chosen;

  return (
    <div className={styles.view}>
      <LogBar
        text={text}
        onText={search}
        count={found.length}
        at={at}
        onStep={step}
        isOnlyFound={isOnlyFound}
        onOnlyFound={setOnlyFound}
      >
        {errors.length > 0 && (
          <Button
            size="small"
            variant="tertiary"
            onPress={() => goTo(errors[0])}
          >
            {plural(errors.length, 'error')}
          </Button>
        )}
        {heads.length > 0 && (
          <Button
            size="small"
            variant="tertiary"
            onPress={() =>
              setOpen(new Set(areAllOpen ? [] : heads.map(h => h.number)))
            }
          >
            {areAllOpen ? 'Fold all' : 'Unfold all'}
          </Button>
        )}
        <CopyButton label={`the log of ${name}`} text={whole} />
        <OutLink href={url}>At GitHub</OutLink>
      </LogBar>
      {/* It scrolls by the keyboard, too. */}
      <div
        ref={box}
        className={styles.log}
        role="region"
        aria-label={`Lines of ${name}`}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onScroll={onScroll}
      >
        <div className={styles.lines} style={{ height: shown.length * ROW }}>
          {shown.slice(from, until).map((line, index) => (
            <LogRow
              key={line.number}
              line={line}
              top={(from + index) * ROW}
              isOpen={open.has(line.number)}
              isCurrent={line.number === current}
              searched={text}
              onFold={() => setOpen(toggled(open, line.number))}
              onChoose={() => onLine(line.number)}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

function foldOf(
  lines: { within?: number }[],
  number: number | undefined,
): number | undefined {
  return number === undefined ? undefined : lines[number - 1]?.within;
}

function toggled(
  open: ReadonlySet<number>,
  number: number,
): ReadonlySet<number> {
  const next = new Set(open);
  if (!next.delete(number)) next.add(number);
  return next;
}
