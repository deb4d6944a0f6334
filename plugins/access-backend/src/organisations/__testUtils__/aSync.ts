import type { PeopleChange, PeopleSync } from '@callboard/plugin-access-common';

export const NOW = new Date('2026-11-26T10:00:00.000Z');

/** `minutes` before `NOW`. */
export const ago = (minutes: number) =>
  new Date(NOW.getTime() - minutes * 60_000).toISOString();

export const change = (...names: string[]): PeopleChange => ({
  count: names.length,
  users: names.filter(name => name.startsWith('user:')).length,
  names,
});

/** A sync that succeeded a minute before `NOW`, and changed nothing. */
export function aSync(more: Partial<PeopleSync> = {}): PeopleSync {
  return {
    id: 'sync-1',
    startedAt: ago(2),
    endedAt: ago(1),
    by: 'schedule',
    outcome: 'read',
    users: 10,
    groups: 2,
    added: change(),
    changed: change(),
    removed: change(),
    conflicts: change(),
    notices: [],
    ...more,
  };
}
