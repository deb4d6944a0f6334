import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { SourceWatch } from './SourceWatch';

const SHORTEST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 30_000;
/** Without a change for this long, the catalog has settled; from then on the ordinary schedule is enough. */
const SETTLED_AFTER_MS = 5 * 60_000;

/**
 * Looks at the sources until none has changed for five minutes: every two seconds at first, then ever more seldom, up to
 * every thirty seconds. A source that cannot be read is logged and looked at again.
 */
export async function followSources(options: {
  watches: SourceWatch[];
  logger: LoggerService;
  now: () => number;
  /** Resolves after so many milliseconds, or at once when the portal stops. */
  pause: (milliseconds: number) => Promise<void>;
  isStopped: () => boolean;
}): Promise<void> {
  const { watches, logger, now, pause, isStopped } = options;
  let changedAt = now();
  let lastProblem: string | undefined;
  while (!isStopped() && now() - changedAt < SETTLED_AFTER_MS) {
    for (const watch of watches) {
      try {
        if ((await watch.check()).changed) {
          changedAt = now();
        }
      } catch (error) {
        const problem = stringifyError(error);
        if (problem !== lastProblem) {
          logger.warn(
            `Could not tell whether the search index is up to date, and will try again: ${problem}`,
          );
          lastProblem = problem;
        }
      }
    }
    const quietFor = now() - changedAt;
    await pause(
      Math.min(Math.max(quietFor / 5, SHORTEST_PAUSE_MS), LONGEST_PAUSE_MS),
    );
  }
}
