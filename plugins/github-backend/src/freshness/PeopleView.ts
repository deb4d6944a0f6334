import type { People } from '../people/People';

/** What operators see of mirroring people and teams, and do about it. */
export type PeopleView = Pick<People, 'status' | 'accept' | 'reconcile'>;
