import type { LogLine } from './RunState';

// eslint-disable-next-line no-control-regex
const COLOURS = /\u001b\[[0-9;]*[A-Za-z]/g;
const LEVEL = /^(error|warn|info|debug|verbose|silly): /;
const FRAME = /^\s+at .+/;
/** Longer lines are cut: a browser lays out a megabyte on one line for seconds. */
const MAX_LENGTH = 10_000;

/**
 * The lines of a message of the log, without the colours of a terminal. The frames of a stack are left out: they say where the portal's
 * own code stood, which is of no use to who runs a template.
 */
export function readLines(options: { at: string; message: string }): LogLine[] {
  const { at, message } = options;
  const plain = message.replace(COLOURS, '');
  const level = LEVEL.exec(plain)?.[1];
  return plain
    .replace(LEVEL, '')
    .split(/\r?\n/)
    .filter(line => !FRAME.test(line))
    .map(line => ({
      at,
      level: levelOf(level),
      text:
        line.length > MAX_LENGTH
          ? `${line.slice(0, MAX_LENGTH)} … (${
              line.length - MAX_LENGTH
            } more characters)`
          : line,
    }));
}

function levelOf(word: string | undefined): LogLine['level'] {
  if (word === 'error' || word === 'warn') return word;
  return word === 'debug' || word === 'verbose' || word === 'silly'
    ? 'debug'
    : 'info';
}
