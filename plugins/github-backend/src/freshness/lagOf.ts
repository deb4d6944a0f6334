import type { OrganisationStatus } from '@callboard/plugin-github-common';

/**
 * The median and the slowest hundredth of lags, each the smallest lag that so many do not exceed (nearest rank). In milliseconds; undefined
 * where there is none.
 */
export function lagOf(options: {
  lagsMs: number[];
}): OrganisationStatus['lag'] {
  const sorted = options.lagsMs
    // A clock that is behind GitHub's makes lags negative.
    .map(lag => Math.max(0, lag))
    .sort((one, other) => one - other);
  if (sorted.length === 0) return undefined;
  const rank = (share: number) => sorted[Math.ceil(sorted.length * share) - 1];
  return { p50: rank(0.5), p99: rank(0.99), samples: sorted.length };
}
