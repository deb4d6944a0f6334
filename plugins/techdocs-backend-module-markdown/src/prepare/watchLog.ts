import type { LoggerService } from '@backstage/backend-plugin-api';
import type { LogLine } from './SiteBuilds';

const LEVEL = Symbol.for('level');
const LEVELS = ['debug', 'info', 'warn', 'error'] as const;
/** With this line TechDocs says that a build is over, wherever it failed. */
const FAILED = /^Failed to build the docs page for entity [^ ]+: (.*)$/s;

/**
 * Hears what the log of one build is told. TechDocs makes such a log for each, a logger of winston, which is a stream; with a logger
 * of another make nothing is heard.
 */
export function watchLog(options: {
  logger: LoggerService;
  onLine: (line: LogLine) => void;
  /** TechDocs gave up, with this reason. */
  onFailed: (reason: string) => void;
}): void {
  const { onLine, onFailed } = options;
  const logger = options.logger as LoggerService & {
    on?: (event: 'data', listener: (info: unknown) => void) => void;
  };
  logger.on?.('data', info => {
    const { message, [LEVEL]: level } = info as Record<
      string | symbol,
      unknown
    >;
    const line: LogLine = {
      level: LEVELS.find(name => name === level) ?? 'info',
      message: String(message),
    };
    onLine(line);
    const failed = line.level === 'error' && FAILED.exec(line.message);
    if (failed) onFailed(failed[1]);
  });
}
