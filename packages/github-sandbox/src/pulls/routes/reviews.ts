import { actorOf } from '../../access';
import { GitHubError } from '../../http/GitHubError';
import { paginate } from '../../http/paginate';
import type { RepositoryCall, Route } from '../../http/Route';
import { notAMember, notSupplied } from '../../http/invalidRequest';
import { presentReview } from '../present/presentReview';
import { presentReviewComment } from '../present/presentReviewComment';
import type { PullRequest } from '../PullRequest';
import { pullAccess, pullOf } from '../pullOf';
import { dismissReview } from '../reviews/dismissReview';
import { startReview } from '../reviews/startReview';
import { submitReview } from '../reviews/submitReview';
import type { ReviewVerdict } from '../reviews/submitReview';
import { readDraft, reviewOf, seesReview, unprocessable } from './reviewOf';
import { bodyReader } from '../../http/body/bodyReader';
import { isOneOf } from '../../http/body/isOneOf';

const path = '/repos/{owner}/{repo}/pulls/{pull_number}/reviews';
const VERDICTS = ['APPROVE', 'REQUEST_CHANGES', 'COMMENT'] as const;

function changeOf(call: RepositoryCall, issue: PullRequest) {
  const { sandbox, repository, viewer } = call;
  return { sandbox, repository, issue, actor: actorOf(viewer) };
}

function verdictOf(call: RepositoryCall): ReviewVerdict {
  const { event } = call.body;
  if (isOneOf(VERDICTS, event)) return event;
  throw notAMember({ value: event, members: VERDICTS });
}

export const listReviews: Route = {
  route: `GET ${path}`,
  on: 'repository',
  access: pullAccess('read'),
  async handle(call) {
    const issue = await pullOf(call);
    const { rows, total } = paginate({
      call,
      rows: call.sandbox.state.reviews
        .by('issue', issue.id)
        .filter(review => seesReview(call, review)),
    });
    return {
      body: rows.map(review => presentReview({ ...call, issue, review })),
      total,
    };
  },
};

/** Without an event the review is pending. https://docs.github.com/rest/pulls/reviews#create-a-review-for-a-pull-request */
export const createReview: Route = {
  route: `POST ${path}`,
  on: 'repository',
  access: pullAccess('write'),
  async handle(call) {
    const { body } = call;
    const read = bodyReader(body);
    const issue = await pullOf(call);
    const all = {
      ...changeOf(call, issue),
      body: read.text('body'),
      commitSha: read.text('commit_id'),
      comments: (read.objects('comments') ?? []).map(readDraft),
    };
    const isPending = body.event === undefined || body.event === 'PENDING';
    const result = isPending
      ? await startReview(all)
      : await submitReview({ ...all, verdict: verdictOf(call) });
    if (result.outcome === 'invalid') throw unprocessable(result.errors);
    return { body: presentReview({ ...call, issue, review: result.review }) };
  },
};

export const getReview: Route = {
  route: `GET ${path}/{review_id}`,
  on: 'repository',
  access: pullAccess('read'),
  async handle(call) {
    const issue = await pullOf(call);
    const review = reviewOf(call, issue);
    return { body: presentReview({ ...call, issue, review }) };
  },
};

export const updateReview: Route = {
  route: `PUT ${path}/{review_id}`,
  on: 'repository',
  access: pullAccess('write'),
  async handle(call) {
    const issue = await pullOf(call);
    const review = reviewOf(call, issue);
    const change = changeOf(call, issue);
    if (typeof call.body.body !== 'string') throw notSupplied('body');
    if (review.authorId !== change.actor.id) {
      throw new GitHubError({
        status: 403,
        message: 'You can only edit your own reviews.',
      });
    }
    const changes = { body: { from: review.body } };
    review.body = call.body.body;
    if (review.submittedAt) {
      call.sandbox.events.emit({
        name: 'pull_request_review',
        action: 'edited',
        changes,
        repository: call.repository,
        issue,
        review,
        sender: change.actor,
      });
    }
    return { body: presentReview({ ...call, issue, review }) };
  },
};

/** Takes a pending review away, with its comments. */
export const deleteReview: Route = {
  route: `DELETE ${path}/{review_id}`,
  on: 'repository',
  access: pullAccess('write'),
  async handle(call) {
    const { state } = call.sandbox;
    const issue = await pullOf(call);
    const review = reviewOf(call, issue);
    if (review.state !== 'PENDING') {
      throw unprocessable(['Can not delete a non-pending pull request review']);
    }
    const answer = presentReview({ ...call, issue, review });
    state.reviews.remove(review);
    state.reviewComments
      .by('issue', issue.id)
      .filter(({ reviewId }) => reviewId === review.id)
      .forEach(comment => state.reviewComments.remove(comment));
    return { body: answer };
  },
};

export const listCommentsOfReview: Route = {
  route: `GET ${path}/{review_id}/comments`,
  on: 'repository',
  access: pullAccess('read'),
  async handle(call) {
    const issue = await pullOf(call);
    const review = reviewOf(call, issue);
    const { rows, total } = paginate({
      call,
      rows: call.sandbox.state.reviewComments
        .by('issue', issue.id)
        .filter(({ reviewId }) => reviewId === review.id),
    });
    return {
      body: rows.map(comment =>
        presentReviewComment({ ...call, issue, comment }),
      ),
      total,
    };
  },
};

export const submitReviewRoute: Route = {
  route: `POST ${path}/{review_id}/events`,
  on: 'repository',
  access: pullAccess('write'),
  async handle(call) {
    const issue = await pullOf(call);
    const review = reviewOf(call, issue);
    if (review.state !== 'PENDING') {
      throw unprocessable(['Could not submit a review that is not pending']);
    }
    const result = await submitReview({
      ...changeOf(call, issue),
      review,
      verdict: verdictOf(call),
      body: bodyReader(call.body).text('body'),
    });
    if (result.outcome === 'invalid') throw unprocessable(result.errors);
    return { body: presentReview({ ...call, issue, review }) };
  },
};

export const dismissReviewRoute: Route = {
  route: `PUT ${path}/{review_id}/dismissals`,
  on: 'repository',
  access: { ...pullAccess('write'), role: 'push' },
  async handle(call) {
    const issue = await pullOf(call);
    const review = reviewOf(call, issue);
    const { message } = call.body;
    if (typeof message !== 'string') throw notSupplied('message');
    const outcome = dismissReview({
      ...changeOf(call, issue),
      review,
      message,
    });
    if (outcome === 'notDismissable') {
      throw unprocessable([
        `Can not dismiss a ${review.state.toLowerCase()} pull request review`,
      ]);
    }
    return { body: presentReview({ ...call, issue, review }) };
  },
};
