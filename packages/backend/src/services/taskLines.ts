import { Writable } from 'node:stream';
import type { ObservedLine } from '@callboard/plugin-access-node';
import { transports } from 'winston';

/** Where winston keeps the finished line, with secrets masked. */
const MESSAGE = Symbol.for('message');

const MOST_CHARACTERS = 1_000;

/** What a provider says of entries that it leaves out, which is no warning to it. */
const LEFT_OUT = /\bskip/i;

/**
 * Hands on what tasks log as an error, as a warning or as left out. A provider of stock Backstage names its task in each line, logs why it
 * failed, and ends as if nothing had happened: nobody else hears of it.
 */
export function taskLines(options: { onLine(line: ObservedLine): void }) {
  const { onLine } = options;
  const stream = new Writable({
    objectMode: true,
    write(info: Record<string | symbol, unknown>, _, done) {
      const line = toLine(info);
      if (line) onLine(line);
      done();
    },
  });
  return new transports.Stream({ stream });
}

function toLine(
  info: Record<string | symbol, unknown>,
): ObservedLine | undefined {
  const { level, taskId, message } = info;
  if (typeof taskId !== 'string') return undefined;
  const isProblem = level === 'error' || level === 'warn';
  if (!isProblem && !LEFT_OUT.test(String(message))) return undefined;
  return {
    taskId,
    level: isProblem ? level : 'info',
    message: masked(String(info[MESSAGE])).slice(0, MOST_CHARACTERS),
  };
}

/** The message of a line of JSON. Only the line as a whole has its secrets masked. */
function masked(line: string): string {
  try {
    return String(JSON.parse(line).message);
  } catch {
    return 'It said something that cannot be read; the log has it.';
  }
}
