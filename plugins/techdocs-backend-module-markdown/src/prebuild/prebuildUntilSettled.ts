import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { Prebuilder } from './Prebuilder';

const SHORTEST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 30_000;
/** Without a new entity for this long, the catalog has settled. */
const SETTLED_AFTER_MS = 5 * 60_000;

/**
 * Looks for entities with docs until none has appeared for five minutes: every two seconds at first, then ever more
 * seldom, up to every thirty seconds.
 */
export async function prebuildUntilSettled(options: {
  prebuilder: Pick<Prebuilder, 'buildNew'>;
  logger: LoggerService;
  /** Milliseconds since the epoch. */
  now: () => number;
  /** Resolves after so many milliseconds, or at once when the portal stops. */
  pause: (milliseconds: number) => Promise<void>;
  isStopped: () => boolean;
}): Promise<void> {
  const { prebuilder, logger, now, pause, isStopped } = options;
  let newAt = now();
  let lastProblem: string | undefined;
  // The first pages of a portal that has just started come before the docs.
  await pause(SHORTEST_PAUSE_MS);
  while (!isStopped() && now() - newAt < SETTLED_AFTER_MS) {
    try {
      if ((await prebuilder.buildNew()) > 0) {
        newAt = now();
      }
    } catch (error) {
      const problem = stringifyError(error);
      if (problem !== lastProblem && !isStopped()) {
        logger.warn(
          `Could not look for docs to build ahead, and will try again: ${problem}`,
        );
        lastProblem = problem;
      }
    }
    await pause(
      Math.min(
        Math.max((now() - newAt) / 5, SHORTEST_PAUSE_MS),
        LONGEST_PAUSE_MS,
      ),
    );
  }
}
