import type { Sandbox } from '../../core/Sandbox';
import type { Environment, User, WorkflowRun } from '../../core/state';

/** Whether a person may let a run deploy: one of the reviewers, or a member of a team that is one. */
export function mayReview(options: {
  sandbox: Sandbox;
  environment: Environment;
  run: WorkflowRun;
  user: User;
}): boolean {
  const { sandbox, environment, run, user } = options;
  if (environment.preventSelfReview && run.triggeringActorId === user.id) {
    return false;
  }
  return environment.reviewers.some(({ type, id }) =>
    type === 'User'
      ? id === user.id
      : sandbox.state.teams
          .get(id)
          ?.members.some(
            ({ userId, state }) => userId === user.id && state === 'active',
          ),
  );
}
