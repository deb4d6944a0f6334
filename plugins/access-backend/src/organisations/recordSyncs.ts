import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type {
  ObservedSync,
  ProviderObservations,
} from '@callboard/plugin-access-node';
import { createMask } from './createMask';
import type { SyncStore } from './createSyncStore';
import { readSources } from './sources/readSources';
import { toPeopleSync } from './toPeopleSync';

/** Writes down what sources of users and groups do on this replica, until it is stopped. */
export function recordSyncs(options: {
  config: Config;
  logger: LoggerService;
  observations: ProviderObservations;
  store: SyncStore;
}): {
  /** Resolves once all that has happened is written. */
  settled(): Promise<void>;
  stop(): Promise<void>;
} {
  const { config, logger, observations, store } = options;

  /** Providers of everything else read in tasks as well. */
  async function isOfPeople({ providerName, people }: ObservedSync) {
    if (people && Object.values(people).some(hasSome)) return true;
    return (
      readSources({ config }).some(({ id }) => id === providerName) ||
      store.has({ providerName })
    );
  }

  async function record(observed: ObservedSync) {
    if (!(await isOfPeople(observed))) return;
    const sync = toPeopleSync({ observed, mask: createMask({ config }) });
    await store.write({ providerName: observed.providerName, sync });
  }

  // One after the other, in the order in which they happened.
  let writing: Promise<void> = Promise.resolve();
  const unsubscribe = observations.subscribe(observed => {
    writing = writing
      .then(() => record(observed))
      .catch((error: Error) =>
        logger.warn(
          `What ${observed.providerName} did could not be written down: ${error.message}`,
        ),
      );
  });
  return {
    settled: () => writing,
    async stop() {
      unsubscribe();
      await writing;
    },
  };
}

function hasSome(value: number | string[]): boolean {
  return (typeof value === 'number' ? value : value.length) > 0;
}
