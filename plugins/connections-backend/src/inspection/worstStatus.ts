import type { CheckStatus } from '@callboard/plugin-connections-common';

/** The worst of some; `pass` of none. */
export function worstStatus(
  statuses: Iterable<{ status: CheckStatus }>,
): CheckStatus {
  const all = new Set([...statuses].map(({ status }) => status));
  if (all.has('fail')) return 'fail';
  return all.has('warn') ? 'warn' : 'pass';
}
