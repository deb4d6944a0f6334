import { randomUUID } from 'node:crypto';
import type { PeopleChange, PeopleSync } from '@callboard/plugin-access-common';
import type { ObservedSync } from '@callboard/plugin-access-node';

const MOST_NAMES = 50;

/** What was observed, as it is kept and shown: names up to 50, and no secrets in what the source has said. */
export function toPeopleSync(options: {
  observed: ObservedSync;
  mask(text: string): string;
}): PeopleSync {
  const { observed, mask } = options;
  const { startedAt, endedAt, by, outcome, error, people, notices } = observed;
  return {
    id: randomUUID(),
    startedAt: startedAt.toISOString(),
    endedAt: endedAt.toISOString(),
    by,
    outcome,
    ...(error && { error: mask(error) }),
    users: people?.users ?? 0,
    groups: people?.groups ?? 0,
    added: toChange(people?.added),
    changed: toChange(people?.changed),
    removed: toChange(people?.removed),
    conflicts: toChange(people?.conflicts),
    notices: notices.map(({ level, message }) => ({
      level,
      message: mask(message),
    })),
  };
}

function toChange(refs: string[] = []): PeopleChange {
  const users = refs.filter(ref => ref.startsWith('user:')).sort();
  const others = refs.filter(ref => !ref.startsWith('user:')).sort();
  return {
    count: refs.length,
    users: users.length,
    names: [...users, ...others].slice(0, MOST_NAMES),
  };
}
