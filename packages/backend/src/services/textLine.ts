import { format } from 'winston';

/** Where winston keeps the line as it will be written; see the package `triple-beam`. */
const MESSAGE = Symbol.for('message');

/**
 * A log line for people: time, plugin, level, message. It is made from the finished JSON line, in which secrets are masked
 * already, and not from the entry, in which they are not.
 */
export function textLine(options: { isQuiet?: () => boolean } = {}) {
  return format(info => {
    if (options.isQuiet?.()) {
      return false;
    }
    const line = info[MESSAGE];
    if (typeof line === 'string') {
      info[MESSAGE] = toText(line);
    }
    return info;
  })();
}

function toText(line: string) {
  try {
    const { timestamp, level, message, plugin, service } = JSON.parse(line);
    const time = String(timestamp).slice(11, 19);
    return `${time} ${level} ${plugin ?? service}: ${message}`;
  } catch {
    return line;
  }
}
