import type { PullRequest } from '../PullRequest';

/** Pull requests whose merge moves their base branch right now: the push that follows from it is no news for them. */
export const beingMerged = new WeakSet<PullRequest>();
