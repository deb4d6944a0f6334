import { nodeId } from '../core/nodeId';
import type { Sandbox } from '../core/Sandbox';
import type { Deployment, Repository } from '../core/state';
import type { Urls } from '../http/createUrls';
import { presentActingApp } from '../issues/present/presentActingApp';
import { presentPerson } from '../issues/present/presentPerson';
import { repositoryAddress } from '../issues/present/repositoryAddress';

interface Options {
  sandbox: Sandbox;
  urls: Urls;
  repository: Repository;
  deployment: Deployment;
}

/** `deployment` of GitHub's OpenAPI. */
export function presentDeployment(options: Options) {
  const { sandbox, urls, deployment } = options;
  const { api } = repositoryAddress(options);
  const url = `${api}/deployments/${deployment.id}`;
  return {
    url,
    id: deployment.id,
    node_id: nodeId({ type: 'Deployment', id: deployment.id }),
    task: deployment.task,
    original_environment: deployment.environment,
    environment: deployment.environment,
    description: deployment.description,
    created_at: deployment.createdAt,
    updated_at: deployment.updatedAt,
    statuses_url: `${url}/statuses`,
    repository_url: api,
    creator: presentPerson({ sandbox, urls, id: deployment.creatorId }),
    sha: deployment.sha,
    ref: deployment.ref,
    payload: deployment.payload,
    transient_environment: deployment.transientEnvironment,
    production_environment: deployment.productionEnvironment,
    performed_via_github_app: presentActingApp({
      sandbox,
      urls,
      userId: deployment.creatorId,
    }),
  };
}

/** `deployment-status` of GitHub's OpenAPI. Addresses that were not given are empty, as GitHub has them. */
export function presentDeploymentStatus(
  options: Options & { status: Deployment['statuses'][number] },
) {
  const { sandbox, urls, deployment, status } = options;
  const { api } = repositoryAddress(options);
  const deploymentUrl = `${api}/deployments/${deployment.id}`;
  return {
    url: `${deploymentUrl}/statuses/${status.id}`,
    id: status.id,
    node_id: nodeId({ type: 'DeploymentStatus', id: status.id }),
    state: status.state,
    creator: presentPerson({ sandbox, urls, id: status.creatorId }),
    description: status.description,
    environment: deployment.environment,
    target_url: status.logUrl ?? '',
    created_at: status.createdAt,
    updated_at: status.createdAt,
    deployment_url: deploymentUrl,
    repository_url: api,
    environment_url: status.environmentUrl ?? '',
    log_url: status.logUrl ?? '',
    performed_via_github_app: presentActingApp({
      sandbox,
      urls,
      userId: status.creatorId,
    }),
  };
}
