import type { GithubCall } from '../calls/GithubCall';

/** One thing that is done to a repository, and kept as done. It may be done again without harm. */
export interface PublishStep {
  /** Within the step of the template: `repo.topics`. */
  key: string;
  call: GithubCall;
  /** Made instead, where GitHub says with 409 that it is there already. */
  whenThere?: GithubCall;
  /** A value that goes out as `encrypted_value`, for the repository's public key. */
  seal?: string;
  /** Makes of a failure a warning, as stock does for what a repository can do without. Absent: the step of the template fails. */
  skip?(message: string): string;
}
