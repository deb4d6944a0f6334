import type { ReviewCommentDraft } from '../../pulls/reviews/ReviewCommentDraft';
import { requestReviewers } from '../../pulls/reviews/requestReviewers';
import { startReview } from '../../pulls/reviews/startReview';
import { submitReview } from '../../pulls/reviews/submitReview';
import { source } from '../sources/source';
import { demandChange, demandIssueChange } from './demandChange';
import { mutation, unprocessable } from './mutation';
import type { MutationCall } from './mutation';
import { nodeOf, pullTarget, userLogins } from './targets';

/** The mutations of reviews. https://docs.github.com/graphql/reference/mutations#addpullrequestreview */
export const reviewMutations = {
  addPullRequestReview: mutation(async call => {
    const { input, actor, context } = call;
    const target = pullTarget({ call, id: input.pullRequestId });
    demandChange({ call, ...target, permission: 'pull_requests' });
    if (input.event === 'DISMISS') {
      throw unprocessable('Can not dismiss a review that is not there yet');
    }
    const review = {
      ...target,
      sandbox: context.sandbox,
      actor,
      ...(input.body && { body: input.body }),
      ...(input.commitOID && { commitSha: input.commitOID }),
      comments: draftsOf(call),
    };
    const done = input.event
      ? await submitReview({ ...review, verdict: input.event })
      : await startReview(review);
    if (done.outcome === 'invalid') throw unprocessable(done.errors.join(', '));
    const node = source.review(done.review);
    return { pullRequestReview: node, reviewEdge: { cursor: '', node } };
  }),
  requestReviews: mutation(call => {
    const { input, actor, context } = call;
    const target = pullTarget({ call, id: input.pullRequestId });
    demandIssueChange({ call, ...target, role: 'triage' });
    const done = requestReviewers({
      ...target,
      sandbox: context.sandbox,
      actor,
      reviewers: userLogins({ call, ids: input.userIds ?? [] }),
      teams: (input.teamIds ?? []).map(
        (id: string) => nodeOf({ id, types: ['Team'], context }).team.slug,
      ),
    });
    if (done.outcome === 'invalid') throw unprocessable(done.message);
    return {
      pullRequest: source.issue(target.issue),
      actor: source.account(actor),
      requestedReviewersEdge: null,
    };
  }),
};

/** Comments come on a place in the diff, or (as threads) on a line. */
function draftsOf({ input }: MutationCall): ReviewCommentDraft[] {
  return [...(input.threads ?? []), ...(input.comments ?? [])].map(
    ({ path, body, line, side, startLine, position }) => ({
      path,
      body,
      ...(line && { line }),
      ...(side && { side }),
      ...(startLine && { startLine }),
      ...(position && { position }),
    }),
  );
}
