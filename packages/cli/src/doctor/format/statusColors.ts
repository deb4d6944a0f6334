import { styleText } from 'node:util';
import type { Paint } from './formatReport';

const COLORS = { fail: 'red', warn: 'yellow', pass: 'green' } as const;

/** Colours for a terminal; none for a file, a pipe or with `NO_COLOR`. */
export function statusColors(stream: NodeJS.WriteStream): Paint {
  return ({ status, text }) =>
    styleText(COLORS[status], text, { stream, validateStream: true });
}
