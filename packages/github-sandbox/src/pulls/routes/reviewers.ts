import { actorOf } from '../../access';
import { GitHubError } from '../../http/GitHubError';
import type { RepositoryCall, Route } from '../../http/Route';
import { hasRole } from '../../issues/calls';
import { readTexts } from '../../issues/readTexts';
import { presentPull } from '../present/presentPull';
import type { PullRequest } from '../PullRequest';
import { pullAccess, pullOf } from '../pullOf';
import { removeReviewers } from '../reviews/removeReviewers';
import { requestReviewers } from '../reviews/requestReviewers';

const path = '/repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers';

/** https://docs.github.com/rest/pulls/review-requests */
export const listReviewers: Route = {
  route: `GET ${path}`,
  on: 'repository',
  access: pullAccess('read'),
  async handle(call) {
    const pull = presentPull({ ...call, issue: await pullOf(call) });
    return {
      body: { users: pull.requested_reviewers, teams: pull.requested_teams },
    };
  },
};

/** Authors may ask, too. */
function requireAsker(call: RepositoryCall, issue: PullRequest) {
  const { viewer } = call;
  const isAuthor = viewer.kind === 'user' && viewer.user.id === issue.authorId;
  if (!isAuthor && !hasRole(call, 'triage')) {
    throw new GitHubError({
      status: 403,
      message: 'Must have push access to request reviewers.',
    });
  }
}

function changeOf(call: RepositoryCall, issue: PullRequest) {
  const { sandbox, repository, viewer, body } = call;
  return {
    sandbox,
    repository,
    issue,
    actor: actorOf(viewer),
    reviewers: readTexts(body.reviewers),
    teams: readTexts(body.team_reviewers),
  };
}

export const requestReviewersRoute: Route = {
  route: `POST ${path}`,
  on: 'repository',
  access: pullAccess('write'),
  async handle(call) {
    const issue = await pullOf(call);
    requireAsker(call, issue);
    const result = requestReviewers(changeOf(call, issue));
    if (result.outcome === 'invalid') {
      throw new GitHubError({ status: 422, message: result.message });
    }
    return { status: 201, body: presentPull({ ...call, issue }) };
  },
};

export const removeReviewersRoute: Route = {
  route: `DELETE ${path}`,
  on: 'repository',
  access: pullAccess('write'),
  async handle(call) {
    const issue = await pullOf(call);
    requireAsker(call, issue);
    removeReviewers(changeOf(call, issue));
    return { body: presentPull({ ...call, issue }) };
  },
};
