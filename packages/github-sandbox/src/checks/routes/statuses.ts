import { actorOf } from '../../access';
import { paginate } from '../../http/paginate';
import type { Route } from '../../http/Route';
import { repositoryAddress } from '../../issues/present/repositoryAddress';
import { invalid } from '../../issues/Problem';
import { presentRepository } from '../../repositories/present/presentRepository';
import { combinedStateOf } from '../combinedStateOf';
import { createStatus } from '../createStatus';
import { latestStatuses } from '../latestStatuses';
import { presentStatus } from '../present/presentStatus';
import { commitOf } from './commitOf';
import { bodyReader } from '../../http/body/bodyReader';
import { isOneOf } from '../../http/body/isOneOf';

const STATES = ['error', 'failure', 'pending', 'success'] as const;
const read = { permission: { name: 'statuses', level: 'read' as const } };

/** https://docs.github.com/rest/commits/statuses#create-a-commit-status */
export const createStatusRoute: Route = {
  route: 'POST /repos/{owner}/{repo}/statuses/{sha}',
  on: 'repository',
  access: {
    permission: { name: 'statuses', level: 'write' },
    scopes: ['repo', 'repo:status'],
    role: 'push',
  },
  async handle(call) {
    const { sandbox, repository, viewer, body, params } = call;
    const sha = await commitOf({ call, name: params.sha, missing: 422 });
    const fields = bodyReader(body);
    if (!isOneOf(STATES, body.state)) {
      throw invalid([
        {
          resource: 'Status',
          field: 'state',
          code: 'custom',
          message: 'state is not included in the list',
        },
      ]);
    }
    const result = createStatus({
      sandbox,
      repository,
      actor: actorOf(viewer),
      sha,
      state: body.state,
      context: fields.text('context'),
      description: fields.textOrNull('description'),
      targetUrl: fields.textOrNull('target_url'),
    });
    if (result.outcome === 'tooMany') {
      throw invalid([
        {
          resource: 'Status',
          code: 'custom',
          message:
            'This SHA and context has reached the maximum number of statuses.',
        },
      ]);
    }
    const answer = presentStatus({ ...call, status: result.status });
    return { status: 201, body: answer, headers: { location: answer.url } };
  },
};

/** Every status, newest first. */
export const listStatuses: Route = {
  route: 'GET /repos/{owner}/{repo}/commits/{ref}/statuses',
  on: 'repository',
  access: read,
  async handle(call) {
    const { sandbox, repository, params } = call;
    const sha = await commitOf({ call, name: params.ref, missing: 404 });
    const { rows, total } = paginate({
      call,
      rows: sandbox.state.statuses
        .by('commit', `${repository.id}:${sha}`)
        .reverse(),
    });
    return {
      body: rows.map(status => presentStatus({ ...call, status })),
      total,
    };
  },
};

/** The latest status of each context, and what they come to. */
export const getCombinedStatus: Route = {
  route: 'GET /repos/{owner}/{repo}/commits/{ref}/status',
  on: 'repository',
  access: read,
  async handle(call) {
    const { sandbox, repository, params } = call;
    const sha = await commitOf({ call, name: params.ref, missing: 404 });
    const { api } = repositoryAddress(call);
    const statuses = latestStatuses({ sandbox, repository, sha });
    const { rows, total } = paginate({ call, rows: statuses });
    return {
      body: {
        state: combinedStateOf(statuses),
        statuses: rows.map(status => {
          const { creator: _creator, ...simple } = presentStatus({
            ...call,
            status,
          });
          return simple;
        }),
        sha,
        total_count: total,
        repository: presentRepository(call),
        commit_url: `${api}/commits/${sha}`,
        url: `${api}/commits/${sha}/status`,
      },
      total,
    };
  },
};
