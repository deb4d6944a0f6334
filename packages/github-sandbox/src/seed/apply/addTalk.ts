import type { Issue } from '../../core/state';
import { addComment } from '../../issues/comments/addComment';
import { isPullRequest } from '../../pulls/PullRequest';
import type { SeedConversation, SeedReview } from '../SeedConversation';
import { addReview } from './addReview';
import type { RepositoryContext } from './SeedContext';

/** Adds comments and reviews, the oldest first. */
export async function addTalk(options: {
  context: RepositoryContext;
  issue: Issue;
  said: Pick<SeedConversation, 'comments'> & { reviews?: SeedReview[] };
}): Promise<void> {
  const { context, issue, said } = options;
  const { sandbox, repository, user, at } = context;
  const comments = (said.comments ?? []).map(({ daysAgo, by, body }) => ({
    daysAgo,
    add: () => {
      const change = { sandbox, repository, issue, actor: user(by) };
      addComment({ ...change, body, at: at(daysAgo), mayWrite: true });
    },
  }));
  const reviews = (said.reviews ?? []).map(review => ({
    daysAgo: review.daysAgo,
    add: async () => {
      if (isPullRequest(issue)) await addReview({ context, issue, review });
    },
  }));
  const inOrder = [...comments, ...reviews].sort(
    (a, b) => b.daysAgo - a.daysAgo,
  );
  for (const { add } of inOrder) await add();
}
