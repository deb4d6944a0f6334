import { hashOf } from '../../store/hashOf';
import { lowerKey } from '../../store/lowerKey';
import type { HeldPeople } from '../store/HeldPeople';
import type { Snapshot } from '../store/KnownOrganisation';

/** Names that a plan shows. */
const NAMES = 100;

/** A plan of removals that wait. The same removals have the same id, so that nobody accepts others than they have seen. */
export function toHeld(options: {
  host: string;
  organisation: string;
  gone: Snapshot;
  of: number;
  reason: string;
  cause?: string;
  isWhole: boolean;
  at: Date;
}): HeldPeople {
  const { host, organisation, gone, of, reason, cause, isWhole, at } = options;
  const people = gone.people.map(({ id }) => id);
  const teams = gone.teams.map(({ id }) => id);
  const key = { host, organisation: lowerKey(organisation) };
  return {
    ...key,
    people,
    teams,
    isWhole,
    plan: {
      id: hashOf({ key, people, teams, isWhole }).slice(0, 20),
      at: at.toISOString(),
      what: 'people',
      reason,
      ...(cause && { cause }),
      remove: people.length + teams.length,
      of,
      names: [
        ...gone.people.map(({ login }) => login),
        ...gone.teams.map(({ combinedSlug }) => combinedSlug),
      ].slice(0, NAMES),
    },
  };
}
