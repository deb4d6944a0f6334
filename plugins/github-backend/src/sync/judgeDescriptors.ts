import type { GithubSettings } from '../config/GithubSettings';
import type { Judgement } from './judgeRemovals';

/** Whether so many repositories may lose descriptors at once: not where it is more than both limits of the guard, nor as another credential. Pure. */
export function judgeDescriptors(options: {
  organisation: string;
  guard: GithubSettings['guard'];
  /** Repositories that would lose one. */
  lose: number;
  /** Repositories that have one. */
  of: number;
  credentialChanged: boolean;
}): Judgement {
  const { organisation, guard, lose, of, credentialChanged } = options;
  if (lose === 0) {
    return { verdict: 'apply' };
  }
  const what = `${lose} of ${of} repositories of ${organisation} that have descriptors would lose their descriptors`;
  if (lose > guard.count && lose > guard.share * of) {
    return {
      verdict: 'hold',
      reason: `${what}, which is more than ${
        guard.count
      } and more than ${Math.round(guard.share * 100)} %`,
    };
  }
  if (credentialChanged) {
    return {
      verdict: 'hold',
      reason: `${what}, and another credential than before was used, which may see less`,
    };
  }
  return { verdict: 'apply' };
}
