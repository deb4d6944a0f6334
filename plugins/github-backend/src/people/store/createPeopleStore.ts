import type { Knex } from 'knex';
import {
  createFingerprintStore,
  type FingerprintStore,
} from './createFingerprintStore';
import { createGivenStore, type GivenStore } from './createGivenStore';
import { createHeldStore, type HeldStore } from './createHeldStore';
import { createSnapshotStore, type SnapshotStore } from './createSnapshotStore';

/** All that is kept of people and teams. The tables are those of `peopleMigration` and `peopleFingerprintsMigration`. */
export interface PeopleStore {
  known: SnapshotStore;
  given: GivenStore;
  held: HeldStore;
  fingerprints: FingerprintStore;
}

export function createPeopleStore(options: { knex: Knex }): PeopleStore {
  return {
    known: createSnapshotStore(options),
    given: createGivenStore(options),
    held: createHeldStore(options),
    fingerprints: createFingerprintStore(options),
  };
}
