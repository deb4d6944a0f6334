import type { Topic } from '../answers/Question';

/** What is outdated where it is not known what has changed; details of runs besides are young. */
export const ALL_TOPICS: Topic[] = [
  'repository',
  'runs',
  'run-lists',
  'workflows',
  'code',
  'branches',
  'pulls',
  'checks',
  'releases',
  'alerts:dependabot',
  'alerts:code',
  'alerts:secrets',
];
