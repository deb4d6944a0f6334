import type { GithubSettings } from '../config/GithubSettings';

export type Judgement =
  | { verdict: 'apply' }
  | { verdict: 'hold'; reason: string };

/**
 * Whether a run may remove what it would. It may not where it is more than both limits of the guard, where GitHub lists nothing at all any
 * more, and where it spoke as another credential than the run before, which may see less. Pure.
 */
export function judgeRemovals(options: {
  organisation: string;
  guard: GithubSettings['guard'];
  /** Repositories whose entities would go. */
  remove: number;
  /** Repositories that have entities in the catalog. */
  of: number;
  /** Repositories that GitHub lists. */
  listed: number;
  /** Repositories that were known. */
  known: number;
  credentialChanged: boolean;
  /** Nobody may look any more. */
  isRefused?: boolean;
}): Judgement {
  const { organisation, guard, remove, of, listed, known } = options;
  if (remove === 0) {
    return { verdict: 'apply' };
  }
  if (options.isRefused) {
    return {
      verdict: 'hold',
      reason: `the organisation ${organisation} cannot be read any more`,
    };
  }
  if (listed === 0) {
    return {
      verdict: 'hold',
      reason: `the organisation ${organisation} suddenly lists 0 of ${known} repositories`,
    };
  }
  if (remove > guard.count && remove > guard.share * of) {
    return {
      verdict: 'hold',
      reason: `${remove} of ${of} repositories of ${organisation} would go, which is more than ${
        guard.count
      } and more than ${Math.round(guard.share * 100)} %`,
    };
  }
  if (options.credentialChanged) {
    return {
      verdict: 'hold',
      reason: `${remove} of ${of} repositories of ${organisation} would go, and another credential than before was used, which may see less`,
    };
  }
  return { verdict: 'apply' };
}
