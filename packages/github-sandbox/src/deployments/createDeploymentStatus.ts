import type { Sandbox } from '../core/Sandbox';
import type { Deployment, Repository, User } from '../core/state';

export type DeploymentStatus = Deployment['statuses'][number];

/** Says how a deployment goes. https://docs.github.com/rest/deployments/statuses#create-a-deployment-status */
export function createDeploymentStatus(options: {
  sandbox: Sandbox;
  repository: Repository;
  actor: User;
  deployment: Deployment;
  state: DeploymentStatus['state'];
  description?: string;
  environment?: string;
  environmentUrl?: string | null;
  logUrl?: string | null;
  /** Whether a success ends earlier deployments to the environment. Default: true. */
  autoInactive?: boolean;
  /** ISO time, for history: nothing is emitted then. */
  at?: string;
}): DeploymentStatus {
  const { sandbox, repository, actor, deployment, state, at } = options;
  deployment.environment = options.environment ?? deployment.environment;
  const add = (
    to: Deployment,
    status: Omit<DeploymentStatus, 'id' | 'creatorId' | 'createdAt'>,
  ) => {
    const createdAt = at ?? sandbox.clock.iso();
    const added = {
      id: sandbox.nextId(),
      creatorId: actor.id,
      createdAt,
      ...status,
    };
    to.statuses.push(added);
    to.updatedAt = createdAt;
    if (at === undefined) {
      sandbox.events.emit({
        name: 'deployment_status',
        action: 'created',
        repository,
        deployment: to,
        sender: actor,
      });
    }
    return added;
  };
  const status = add(deployment, {
    state,
    description: options.description ?? '',
    environmentUrl: options.environmentUrl ?? null,
    logUrl: options.logUrl ?? null,
  });
  if (state === 'success' && options.autoInactive !== false) {
    sandbox.state.deployments
      .by('repository', repository.id)
      .filter(
        other =>
          other.id < deployment.id &&
          other.environment === deployment.environment &&
          !other.transientEnvironment &&
          other.statuses.at(-1)?.state === 'success',
      )
      .forEach(other =>
        add(other, {
          state: 'inactive',
          description: '',
          environmentUrl: null,
          logUrl: null,
        }),
      );
  }
  return status;
}
