import { setTimeout as sleep } from 'node:timers/promises';
import type {
  LifecycleService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { PolicyExplainers } from '@callboard/plugin-access-node';
import type { KnownPermissions } from './createKnownPermissions';
import { nearNames } from './nearNames';
import { unknownPatterns } from './unknownPatterns';

const AGAIN_MS = 5_000;
const MOST_TIMES = 24;

/**
 * Once all plugins have started, warns in the log of permissions in the configuration that none of them asks. Nothing waits for it, and where
 * not all of them start within two minutes it says nothing.
 */
export function warnOfPatterns(options: {
  lifecycle: LifecycleService;
  logger: LoggerService;
  explainers: PolicyExplainers;
  known(): Promise<KnownPermissions>;
}): void {
  const { lifecycle, logger, explainers, known } = options;
  const stopping = new AbortController();

  async function warn() {
    const patterns = explainers.current()?.patterns() ?? [];
    for (let time = 0; patterns.length > 0 && time < MOST_TIMES; time++) {
      const { permissions, isWhole } = await known();
      if (isWhole) {
        const names = [...permissions.keys()];
        for (const { key, name } of unknownPatterns({
          patterns,
          known: names,
        })) {
          const near = nearNames({ name, known: names });
          const meant =
            near.length > 0 ? `; did you mean ${near.join(' or ')}?` : '';
          logger.warn(`${key} is ${name}, which no plugin asks${meant}`);
        }
        return;
      }
      await sleep(AGAIN_MS, undefined, { ref: false, signal: stopping.signal });
    }
  }

  lifecycle.addStartupHook(() => {
    warn().catch(error =>
      logger.debug(`The permissions were not compared: ${error}`),
    );
  });
  lifecycle.addShutdownHook(() => stopping.abort());
}
