import { actorOf } from '../../access';
import type { Route } from '../../http/Route';
import { requireAuthorOr } from '../../issues/calls';
import { invalid } from '../../issues/Problem';
import { updateIssue } from '../../issues/updateIssue';
import { wantedMedia } from '../../repositories/wantedMedia';
import { changeBase } from '../changes/changeBase';
import { reopenPull } from '../changes/reopenPull';
import { patchTextOf } from '../patchTextOf';
import { presentFullPull } from '../present/presentFullPull';
import { pullAccess, pullOf } from '../pullOf';
import { isOneOf } from '../../http/body/isOneOf';
import { readText } from '../../http/body/readText';

const path = '/repos/{owner}/{repo}/pulls/{pull_number}';

/** One pull request, also as its diff or patch. https://docs.github.com/rest/pulls/pulls#get-a-pull-request */
export const getPull: Route = {
  route: `GET ${path}`,
  on: 'repository',
  access: pullAccess('read'),
  async handle(call) {
    const issue = await pullOf(call);
    const media = wantedMedia(call.headers);
    if (media === 'diff' || media === 'patch') {
      return {
        body: await patchTextOf({ ...call, issue, format: media }),
        headers: {
          'content-type': `application/vnd.github.v3.${media}; charset=utf-8`,
        },
      };
    }
    return { body: await presentFullPull({ ...call, issue }) };
  },
};

/** What else the body says (head, draft) is left alone, as on GitHub. https://docs.github.com/rest/pulls/pulls#update-a-pull-request */
const STATES = ['open', 'closed'];

export const updatePull: Route = {
  route: `PATCH ${path}`,
  on: 'repository',
  access: pullAccess('write'),
  async handle(call) {
    const { sandbox, repository, body } = call;
    const issue = await pullOf(call);
    requireAuthorOr(call, { authorId: issue.authorId, needed: 'push' });
    const change = {
      sandbox,
      repository,
      issue,
      actor: actorOf(call.viewer),
    };
    if (body.state !== undefined && !isOneOf(STATES, body.state)) {
      throw invalid([
        {
          resource: 'PullRequest',
          field: 'state',
          code: 'invalid',
          value: body.state,
        },
      ]);
    }
    if (body.base !== undefined) {
      const based = await changeBase({ ...change, base: String(body.base) });
      if (based.outcome === 'invalid') throw invalid(based.problems);
    }
    const result = updateIssue({
      ...change,
      fields: {
        title: body.title === undefined ? undefined : String(body.title),
        body: readText({ body, field: 'body' }),
        state: body.state === 'closed' ? 'closed' : undefined,
      },
    });
    if (result.outcome === 'invalid') throw invalid(result.problems);
    if (body.state === 'open') {
      const reopened = await reopenPull(change);
      if (reopened.outcome === 'invalid') throw invalid(reopened.problems);
    }
    if (typeof body.maintainer_can_modify === 'boolean') {
      issue.pull.maintainerCanModify =
        issue.pull.head.repositoryId !== repository.id &&
        body.maintainer_can_modify;
    }
    return { body: await presentFullPull({ ...call, issue }) };
  },
};
