import { actorOf, canSee, includesRole, roleOf } from '../../access';
import type { RepositoryCall, Route } from '../../http/Route';
import { notFound } from '../../http/GitHubError';
import { requireAuthorOr } from '../../issues/calls';
import { findIssue } from '../../issues/findIssue';
import { notSupplied } from '../../http/invalidRequest';
import { invalid } from '../../issues/Problem';
import { createPull } from '../createPull';
import { resolveHead } from '../head/resolveHead';
import { presentFullPull } from '../present/presentFullPull';
import { pullAccess } from '../pullOf';
import { pullsUpToDate } from '../sync/syncQueue';
import { bodyReader } from '../../http/body/bodyReader';

/** https://docs.github.com/rest/pulls/pulls#create-a-pull-request */
export const createPullRoute: Route = {
  route: 'POST /repos/{owner}/{repo}/pulls',
  on: 'repository',
  access: pullAccess('write'),
  async handle(call) {
    const { sandbox, repository, body } = call;
    const read = bodyReader(body);
    const head = read.requiredText('head');
    const base = read.requiredText('base');
    const number = read.number('issue');
    const fromIssue =
      number === undefined
        ? undefined
        : findIssue({ sandbox, repository, number });
    if (number !== undefined && (!fromIssue || fromIssue.pull)) {
      throw notFound();
    }
    const title = read.text('title') ?? fromIssue?.title;
    if (title === undefined) throw notSupplied('title');
    if (fromIssue) {
      requireAuthorOr(call, { authorId: fromIssue.authorId, needed: 'push' });
    }
    checkRightsToHead(call);
    await pullsUpToDate(sandbox);

    const result = await createPull({
      sandbox,
      repository,
      actor: actorOf(call.viewer),
      title,
      body: read.text('body') ?? fromIssue?.body ?? null,
      head,
      headRepository: read.text('head_repo')?.split('/').at(-1),
      base,
      fromIssue,
      draft: read.flag('draft') === true,
      maintainerCanModify: read.flag('maintainer_can_modify') ?? true,
    });
    if (result.outcome === 'invalid') throw invalid(result.problems);
    const answer = await presentFullPull({ ...call, issue: result.issue });
    return { status: 201, body: answer, headers: { location: answer.url } };
  },
};

/** The head has to be in a repository that the caller sees. People open pull requests for branches that they may write to. */
function checkRightsToHead(call: RepositoryCall) {
  const { sandbox, viewer, repository } = call;
  const read = bodyReader(call.body);
  const head = resolveHead({
    sandbox,
    repository,
    head: read.requiredText('head'),
    name: read.text('head_repo')?.split('/').at(-1),
  });
  if (head.outcome === 'missing') return;
  if (!canSee({ sandbox, viewer, repository: head.repository })) {
    throw invalid([
      { resource: 'PullRequest', field: 'head', code: 'invalid' },
    ]);
  }
  const mayWrite =
    viewer.kind !== 'user' ||
    [head.repository, repository].some(one =>
      includesRole({
        role: roleOf({ sandbox, user: viewer.user, repository: one }),
        needed: 'push',
      }),
    );
  if (!mayWrite) {
    throw invalid([
      {
        resource: 'PullRequest',
        code: 'custom',
        message: 'must be a collaborator',
      },
    ]);
  }
}
