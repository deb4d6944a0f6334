import type { LoggerService } from '@backstage/backend-plugin-api';
import { within, type Revocations } from '@callboard/plugin-access-node';
import type { RevocationTable } from './RevocationTable';

/** A change on another replica holds here after so long. */
export const READ_EVERY_MS = 2_000;
/** So long the database has to answer, before it is asked again. */
export const ANSWER_WITHIN_MS = 5_000;

/** Hands the list of what has ended to the process, again and again. */
export function keepReading(options: {
  revocations: Revocations;
  table: RevocationTable;
  logger: LoggerService;
}): {
  /** Resolves when a list is in use whose reading began after the call. Throws what the database throws, and when it does not answer
   * within five seconds. */
  readNow(): Promise<void>;
  stop(): void;
} {
  const { revocations, table, logger } = options;
  let failing = false;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  const read = async () => {
    const readAt = revocations.monotonicMs();
    const list = await table.read();
    revocations.load({ list, readAt });
  };
  // A list that comes later is taken all the same, unless one is in use that was asked for after it.
  const readNow = () => within({ ms: ANSWER_WITHIN_MS, work: read() });
  const loop = async () => {
    try {
      await readNow();
      if (failing) logger.info('The list of ended sessions is read again');
      failing = false;
    } catch (error) {
      if (!failing && !stopped) {
        logger.error(
          `The list of ended sessions could not be read; if that lasts, tokens of users are refused: ${error}`,
        );
      }
      failing = true;
    }
    if (!stopped) timer = setTimeout(loop, READ_EVERY_MS).unref();
  };
  void loop();
  return {
    readNow,
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
