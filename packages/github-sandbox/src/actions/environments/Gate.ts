import type { Environment } from '../../core/state';

/** What a job that deploys waits for. */
export interface Gate {
  environment: Environment;
  /** ISO time. */
  since: string;
  isReviewed: boolean;
  isTimeUp: boolean;
  /** Forgets the wait timer. */
  forget?: () => void;
}

/** Whether the rules of an environment make jobs wait. */
export function hasRules(environment: Environment): boolean {
  return environment.waitTimer > 0 || environment.reviewers.length > 0;
}
