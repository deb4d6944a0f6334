import type { IssueChange } from '../issues/events/IssueChange';
import type { PullRequest } from './PullRequest';

/** What every change to a pull request is told. With `at` it is history of a seed: dated so, and nothing is emitted. */
export type PullChange = Omit<IssueChange, 'issue'> & { issue: PullRequest };
