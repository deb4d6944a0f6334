import { format } from 'winston';

/** Where winston keeps the line as it will be written; see the package `triple-beam`. */
const MESSAGE = Symbol.for('message');

/** A key of a machine, whole or cut off: `cbk_<id>_<secret>`. Its characters may be encoded as in an address, and anything may stand right before it. */
const KEY = /cbk(?:_|%5f)([0-9a-f]{12})(?:_|%5f)[A-Za-z0-9_%-]+/gi;

/**
 * Masks keys of machines in a line of the log: a caller may put one into an address, which the log of requests has. Their ids stay. They are
 * not in the configuration, so the masking of its secrets does not know them.
 */
export function maskKeys() {
  return format(info => {
    const line = info[MESSAGE];
    if (typeof line === 'string') {
      info[MESSAGE] = line.replace(KEY, 'cbk_$1_***');
    }
    return info;
  })();
}
