import type { Sandbox } from '../../core/Sandbox';
import type {
  Deployment,
  Repository,
  User,
  WorkflowRun,
} from '../../core/state';
import { runtimeOf } from '../ActionsRuntime';
import { scopeOf } from '../runs/createRun';
import { gatedJobs } from './gatedJobs';
import { mayReview } from './mayReview';
import { beginDeployment, endDeployment } from './recordDeployment';

export type ReviewDeploymentsOutcome =
  | { outcome: 'reviewed'; deployments: Deployment[] }
  /** GitHub's text for its 422. */
  | { outcome: 'refused'; message: string };

/** Lets jobs that wait for a review go on, or ends them. */
export async function reviewDeployments(options: {
  sandbox: Sandbox;
  repository: Repository;
  run: WorkflowRun;
  environmentIds: number[];
  state: 'approved' | 'rejected';
  comment: string;
  actor: User;
}): Promise<ReviewDeploymentsOutcome> {
  const { sandbox, repository, run, environmentIds, state, actor } = options;
  const execution = runtimeOf(sandbox).executions.get(run.id);
  const handles = gatedJobs(options).filter(
    ({ gate }) =>
      !gate.isReviewed && environmentIds.includes(gate.environment.id),
  );
  if (!execution || handles.length === 0) {
    return {
      outcome: 'refused',
      message: 'No pending deployment requests to approve or reject',
    };
  }
  const environments = [
    ...new Set(handles.map(({ gate }) => gate.environment)),
  ];
  if (
    !environments.every(environment =>
      mayReview({ sandbox, environment, run, user: actor }),
    )
  ) {
    return {
      outcome: 'refused',
      message: `${actor.login} is not allowed to approve or reject this deployment`,
    };
  }
  run.reviews = [
    ...(run.reviews ?? []),
    {
      environments: environments.map(({ name }) => name),
      state,
      userId: actor.id,
      comment: options.comment,
    },
  ];
  const scope = scopeOf({ sandbox, repository, run });
  const deployments: Deployment[] = [];
  for (const handle of handles) {
    const { name } = handle.gate.environment;
    const deployment = await beginDeployment({ scope, environment: name });
    handle.deployment = deployment;
    if (deployment) deployments.push(deployment);
    if (state === 'rejected') {
      if (deployment) endDeployment({ scope, deployment, state: 'failure' });
      execution.finish(execution.handles.get(handle.planned.key)!, {
        conclusion: 'failure',
        problem: `The deployment was rejected or didn't satisfy other protection rules.`,
      });
    } else {
      handle.gate.isReviewed = true;
      execution.passGate(execution.handles.get(handle.planned.key)!);
    }
  }
  return { outcome: 'reviewed', deployments };
}
