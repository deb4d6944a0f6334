// eslint-disable-next-line @backstage/no-forbidden-package-imports -- what fills a sandbox from a program is for tests, and so not exported
import type { RateLimits } from '@callboard/github-sandbox/src/core/limits/RateLimits';

/**
 * As a GitHub Enterprise Server has it unless told otherwise. With the secondary ones of github.com, chance would decide whether stock reads
 * more than 900 files in one of GitHub's minutes, and has to wait.
 */
export const noLimits: RateLimits = {
  status: ({ resource }) => ({
    limit: Infinity,
    used: 0,
    remaining: Infinity,
    reset: 0,
    resource,
  }),
  take: options => ({ outcome: 'taken', status: noLimits.status(options) }),
  giveBack: () => undefined,
  enter: () => ({ outcome: 'entered', release: () => undefined }),
};
