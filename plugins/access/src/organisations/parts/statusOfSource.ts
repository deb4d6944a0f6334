import type { PeopleSource } from '@callboard/plugin-access-common';

export type ShownStatus = 'ok' | 'warn' | 'fail' | 'waiting';

/** The worst that is known of a source; `waiting` for one that was not read yet. */
export function statusOfSource(source: PeopleSource): ShownStatus {
  const { troubles, lastReadAt } = source;
  if (troubles.some(({ severity }) => severity === 'fail')) return 'fail';
  if (troubles.length > 0) return 'warn';
  return lastReadAt ? 'ok' : 'waiting';
}
