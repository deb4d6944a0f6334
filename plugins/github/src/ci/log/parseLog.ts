import { withoutAnsi } from './ansiSpans';

export type LogMark = 'error' | 'warning' | 'notice' | 'debug' | 'command';

export interface LogLine {
  /** From 1, of the whole log; what `line` in the address names. */
  number: number;
  /** When GitHub wrote it, ISO 8601. */
  at?: string;
  /** What is shown, still with ANSI sequences. */
  raw: string;
  /** What is searched and copied: `raw` without them. */
  text: string;
  mark?: LogMark;
  /** Of the head of a fold: the number of its last line. */
  foldsUntil?: number;
  /** Of a line within a fold: the number of its head. */
  within?: number;
}

export interface ParsedLog {
  lines: LogLine[];
  /** Numbers of the lines that are marked as errors, and as warnings. */
  errors: number[];
  warnings: number[];
}

const STAMP = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z) ?/;
const COMMAND = /^##\[([a-z]+)\]/;
const MARKS = new Set<string>([
  'error',
  'warning',
  'notice',
  'debug',
  'command',
]);

const unmarked = (said: string) =>
  said.startsWith('[command]') ? said.slice('[command]'.length) : said;

/**
 * A log of GitHub Actions, a line an element: its time, what it is marked as, and what folds. No line is left out but those that end a group,
 * and what the lines say stays text. A group that is never ended goes to the next one, or to the end.
 */
export function parseLog(log: string): ParsedLog {
  const lines: LogLine[] = [];
  const errors: number[] = [];
  const warnings: number[] = [];
  let head: LogLine | undefined;
  const close = () => {
    const last = lines.at(-1);
    if (head && last && last.number > head.number)
      head.foldsUntil = last.number;
    head = undefined;
  };

  for (const source of linesOf(log)) {
    const stamp = STAMP.exec(source);
    const said = stamp ? source.slice(stamp[0].length) : source;
    const command = COMMAND.exec(said)?.[1];
    if (command === 'endgroup') {
      close();
      continue;
    }
    const isHead = command === 'group' || command === 'section';
    if (isHead) close();
    const isMark = command !== undefined && MARKS.has(command);
    const raw =
      command !== undefined && (isHead || isMark)
        ? said.slice(command.length + 4)
        : unmarked(said);
    const line: LogLine = {
      number: lines.length + 1,
      ...(stamp && { at: stamp[1] }),
      raw,
      text: withoutAnsi(raw),
      ...(isMark && { mark: command as LogMark }),
      ...(said.startsWith('[command]') && { mark: 'command' as const }),
      ...(head && !isHead && { within: head.number }),
    };
    lines.push(line);
    if (line.mark === 'error') errors.push(line.number);
    if (line.mark === 'warning') warnings.push(line.number);
    if (isHead) head = line;
  }
  close();
  return { lines, errors, warnings };
}

function linesOf(log: string): string[] {
  const lines = log.replace(/^\uFEFF/, '').split(/\r?\n/);
  // A log ends with a line break, which begins no line.
  if (lines.at(-1) === '') lines.pop();
  return lines;
}
