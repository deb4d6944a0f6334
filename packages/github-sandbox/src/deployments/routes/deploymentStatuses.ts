import { actorOf } from '../../access';
import { notFound } from '../../http/GitHubError';
import { paginate } from '../../http/paginate';
import type { Route } from '../../http/Route';
import { invalid } from '../../issues/Problem';
import { createDeploymentStatus } from '../createDeploymentStatus';
import { presentDeploymentStatus } from '../presentDeployment';
import { deploymentOf } from './deployments';
import { bodyReader } from '../../http/body/bodyReader';
import { isOneOf } from '../../http/body/isOneOf';

const path = '/repos/{owner}/{repo}/deployments/{deployment_id}/statuses';
const read = { permission: { name: 'deployments', level: 'read' as const } };
const STATES = [
  'error',
  'failure',
  'inactive',
  'in_progress',
  'queued',
  'pending',
  'success',
] as const;

/** Newest first. */
export const listDeploymentStatuses: Route = {
  route: `GET ${path}`,
  on: 'repository',
  access: read,
  handle(call) {
    const deployment = deploymentOf(call);
    const { rows, total } = paginate({
      call,
      rows: [...deployment.statuses].reverse(),
    });
    return {
      body: rows.map(status =>
        presentDeploymentStatus({ ...call, deployment, status }),
      ),
      total,
    };
  },
};

export const createDeploymentStatusRoute: Route = {
  route: `POST ${path}`,
  on: 'repository',
  access: {
    permission: { name: 'deployments', level: 'write' },
    scopes: ['repo', 'repo_deployment'],
    role: 'push',
  },
  handle(call) {
    const { sandbox, repository, viewer, body } = call;
    const deployment = deploymentOf(call);
    const fields = bodyReader(body);
    if (!isOneOf(STATES, body.state)) {
      throw invalid([
        {
          resource: 'DeploymentStatus',
          field: 'state',
          code: 'custom',
          message: 'state is not included in the list',
        },
      ]);
    }
    const status = createDeploymentStatus({
      sandbox,
      repository,
      actor: actorOf(viewer),
      deployment,
      state: body.state,
      description: fields.text('description'),
      environment: fields.text('environment'),
      environmentUrl: fields.textOrNull('environment_url'),
      logUrl: fields.text('log_url') ?? fields.textOrNull('target_url'),
      autoInactive: fields.flag('auto_inactive'),
    });
    const answer = presentDeploymentStatus({ ...call, deployment, status });
    return { status: 201, body: answer, headers: { location: answer.url } };
  },
};

export const getDeploymentStatus: Route = {
  route: `GET ${path}/{status_id}`,
  on: 'repository',
  access: read,
  handle(call) {
    const deployment = deploymentOf(call);
    const status = deployment.statuses.find(
      ({ id }) => id === Number(call.params.status_id),
    );
    if (!status) throw notFound();
    return { body: presentDeploymentStatus({ ...call, deployment, status }) };
  },
};
