import type { PullChecks } from '@callboard/plugin-github-common';
import type { RawRollup } from './pullFields';

const MOST_FAILING = 20;
const FAILED = new Set([
  'FAILURE',
  'ERROR',
  'TIMED_OUT',
  'STARTUP_FAILURE',
  'ACTION_REQUIRED',
  'CANCELLED',
]);
const STATES: Record<string, PullChecks['state']> = {
  SUCCESS: 'success',
  FAILURE: 'failure',
  ERROR: 'failure',
  PENDING: 'pending',
  EXPECTED: 'pending',
};

/** The checks of a commit; null: GitHub has none. */
export function toChecks(rollup: RawRollup | null): PullChecks {
  if (!rollup) return { state: 'none', failing: [], total: 0 };
  const nodes = rollup.contexts?.nodes ?? [];
  const failing = nodes.flatMap(node => {
    const name = node?.name ?? node?.context;
    const said = node?.conclusion ?? node?.state ?? '';
    return name && FAILED.has(said) ? [name] : [];
  });
  return {
    state: STATES[rollup.state] ?? 'pending',
    failing: [...new Set(failing)].slice(0, MOST_FAILING),
    total: rollup.contexts?.totalCount ?? nodes.length,
  };
}
