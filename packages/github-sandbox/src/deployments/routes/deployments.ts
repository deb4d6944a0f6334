import { actorOf } from '../../access';
import type { Deployment } from '../../core/state';
import { GitHubError, notFound } from '../../http/GitHubError';
import { paginate } from '../../http/paginate';
import type { RepositoryCall, Route } from '../../http/Route';
import { createDeployment } from '../createDeployment';
import { presentDeployment } from '../presentDeployment';
import { bodyReader } from '../../http/body/bodyReader';

const path = '/repos/{owner}/{repo}/deployments';
const read = { permission: { name: 'deployments', level: 'read' as const } };
const write = {
  permission: { name: 'deployments', level: 'write' as const },
  scopes: ['repo', 'repo_deployment'],
  role: 'push' as const,
};

/** The deployment in the path. Throws 404. */
export function deploymentOf(call: RepositoryCall): Deployment {
  const { sandbox, repository, params } = call;
  const deployment = sandbox.state.deployments.get(
    Number(params.deployment_id),
  );
  if (deployment?.repositoryId !== repository.id) throw notFound();
  return deployment;
}

/** Newest first. https://docs.github.com/rest/deployments/deployments#list-deployments */
export const listDeployments: Route = {
  route: `GET ${path}`,
  on: 'repository',
  access: read,
  handle(call) {
    const { sandbox, repository, query } = call;
    const keys = ['sha', 'ref', 'task', 'environment'] as const;
    const wanted = (deployment: Deployment) =>
      keys.every(key => {
        const value = query.get(key);
        return value === null || value === 'none' || value === deployment[key];
      });
    const { rows, total } = paginate({
      call,
      rows: sandbox.state.deployments
        .by('repository', repository.id)
        .filter(wanted)
        .sort((a, b) => b.createdAt.localeCompare(a.createdAt) || b.id - a.id),
    });
    return {
      body: rows.map(deployment => presentDeployment({ ...call, deployment })),
      total,
    };
  },
};

/** https://docs.github.com/rest/deployments/deployments#create-a-deployment */
export const createDeploymentRoute: Route = {
  route: `POST ${path}`,
  on: 'repository',
  access: write,
  async handle(call) {
    const { sandbox, repository, viewer, body } = call;
    const fields = bodyReader(body);
    const ref = fields.requiredText('ref');
    const result = await createDeployment({
      sandbox,
      repository,
      actor: actorOf(viewer),
      ref,
      task: fields.text('task'),
      environment: fields.text('environment'),
      description: fields.textOrNull('description'),
      payload: body.payload ?? undefined,
      productionEnvironment: fields.flag('production_environment'),
      transientEnvironment: fields.flag('transient_environment'),
      autoMerge: fields.flag('auto_merge'),
      requiredContexts: fields.texts('required_contexts'),
    });
    switch (result.outcome) {
      case 'refMissing':
        throw new GitHubError({
          status: 422,
          message: `No ref found for: ${ref}`,
        });
      case 'mergeConflict':
        throw new GitHubError({ status: 409, message: result.message });
      case 'checksFailed':
        throw new GitHubError({
          status: 409,
          message: `Conflict: Commit status checks failed for ${ref}.`,
          errors: [
            {
              contexts: result.contexts,
              resource: 'Deployment',
              field: 'required_contexts',
              code: 'invalid',
            },
          ],
        });
      case 'autoMerged':
        return { status: 202, body: { message: result.message } };
      default: {
        const answer = presentDeployment({
          ...call,
          deployment: result.deployment,
        });
        return {
          status: 201,
          body: answer,
          headers: { location: answer.url },
        };
      }
    }
  },
};

export const getDeployment: Route = {
  route: `GET ${path}/{deployment_id}`,
  on: 'repository',
  access: read,
  handle: call => ({
    body: presentDeployment({ ...call, deployment: deploymentOf(call) }),
  }),
};

/** https://docs.github.com/rest/deployments/deployments#delete-a-deployment */
export const deleteDeployment: Route = {
  route: `DELETE ${path}/{deployment_id}`,
  on: 'repository',
  access: write,
  handle(call) {
    const { sandbox, repository } = call;
    const deployment = deploymentOf(call);
    const all = sandbox.state.deployments.by('repository', repository.id);
    const isInactive = deployment.statuses.at(-1)?.state === 'inactive';
    if (all.length > 1 && !isInactive) {
      throw new GitHubError({
        status: 422,
        message:
          'We cannot delete an active deployment unless it is the only deployment in a given environment.',
      });
    }
    sandbox.state.deployments.remove(deployment);
    return { status: 204 };
  },
};
