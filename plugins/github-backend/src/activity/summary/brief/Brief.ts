import type { AlertCounts, PullChecks } from '@callboard/plugin-github-common';
import type { Place, Question } from '../../answers/Question';

/** How a repository is doing, in a few numbers. */
export interface Brief {
  /** Of the last commit of the default branch. */
  ci?: PullChecks;
  branch?: string;
  /** `oldestAt` is ISO 8601. */
  pulls: { open: number; waiting: number; oldestAt?: string };
  alerts?: AlertCounts;
}

/** Kept by itself, loaded with others; see `loadBriefs`. */
export function briefQuestion(place: Place): Question<Brief> {
  return {
    place,
    what: 'brief',
    topics: ['pulls', 'checks', 'code', 'alerts:dependabot', 'repository'],
    events: ['pull_request', 'check_suite', 'push', 'dependabot_alert'],
    freshForMs: 5 * 60_000,
    load: async () => {
      throw new Error('Briefs are loaded together');
    },
  };
}
