import type { Deployment } from '../../core/state';
import { createDeployment } from '../../deployments/createDeployment';
import { createDeploymentStatus } from '../../deployments/createDeploymentStatus';
import { fullNameOf } from '../../repositories/fullNameOf';
import { actionsBot } from '../app/actionsApp';
import type { RunScope } from '../runs/RunScope';

/** Begins the deployment of a job with an environment. The past of a seed has deployments of its own. */
export async function beginDeployment(options: {
  scope: RunScope;
  environment: string;
}): Promise<Deployment | undefined> {
  const { scope, environment } = options;
  const { sandbox, repository, run, live } = scope;
  if (!live) return undefined;
  const actor = actionsBot(sandbox);
  const created = await createDeployment({
    sandbox,
    repository,
    actor,
    ref: run.headSha,
    environment,
    // With a time nothing is merged first and no checks are asked for.
    at: sandbox.clock.iso(),
  });
  if (created.outcome !== 'created') return undefined;
  const { deployment } = created;
  deployment.ref = run.headBranch ?? run.headSha;
  sandbox.events.emit({
    name: 'deployment',
    action: 'created',
    repository,
    deployment,
    sender: actor,
  });
  endDeployment({ scope, deployment, state: 'in_progress' });
  return deployment;
}

/** Says how the deployment of a job goes. */
export function endDeployment(options: {
  scope: RunScope;
  deployment: Deployment;
  state: 'in_progress' | 'success' | 'failure';
  environmentUrl?: string;
}): void {
  const { scope, deployment, state, environmentUrl } = options;
  const { sandbox, repository, run } = scope;
  createDeploymentStatus({
    sandbox,
    repository,
    actor: actionsBot(sandbox),
    deployment,
    state,
    environmentUrl,
    logUrl: `${sandbox.baseUrl}/${fullNameOf(scope)}/actions/runs/${run.id}`,
  });
}
