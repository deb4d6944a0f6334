import type { Knex } from 'knex';
import { createExactProviders } from './createExactProviders';
import { createHintQueue } from './createHintQueue';
import { createLagSamples } from './createLagSamples';
import { createMirrorView } from './createMirrorView';
import { createOrganisationStore } from './createOrganisationStore';
import { createPlanStore } from './createPlanStore';
import { createRepositoryStore } from './createRepositoryStore';
import { readDatabaseTime } from './databaseTime';
import type { MirrorStore } from './MirrorStore';

/** The mirror's store in a database that has the tables of `migrations.ts`; SQLite or PostgreSQL. */
export function createMirrorStore(options: {
  knex: Knex;
  now: () => Date;
}): MirrorStore {
  const repositories = createRepositoryStore(options);
  return {
    time: async () => readDatabaseTime(options),
    repositories,
    view: createMirrorView({ ...options, repositories }),
    organisations: createOrganisationStore(options),
    hints: createHintQueue(options),
    plans: createPlanStore(options),
    lags: createLagSamples(options),
    exactProviders: createExactProviders(options),
  };
}
