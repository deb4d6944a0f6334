import type { Environment } from '../../core/state';
import { createUrls } from '../../http/createUrls';
import { fullNameOf } from '../../repositories/fullNameOf';
import { isProtected } from '../../repositories/protection/isProtected';
import {
  buildGithubContext,
  type RunContexts,
  type WorkflowPlan,
} from '../engine';
import { actorOfRun, type RunScope } from '../runs/RunScope';
import { valuesFor } from '../settings/valuesFor';

/** The contexts of a run or, with a token and an environment, of one of its jobs. */
export function contextsFor(options: {
  scope: RunScope;
  plan: WorkflowPlan;
  token?: string;
  environment?: Environment;
}): RunContexts {
  const { scope, plan, token, environment } = options;
  const { sandbox, repository, run } = scope;
  const actor = actorOfRun(scope);
  const urls = createUrls({ baseUrl: sandbox.baseUrl, enterprise: true });
  const [, branch] = /^refs\/heads\/(.+)$/.exec(plan.event.ref) ?? [];
  const usual =
    actor.login === 'dependabot[bot]'
      ? ('dependabot' as const)
      : ('actions' as const);
  const { secrets, vars } = valuesFor({
    sandbox,
    repository,
    environment,
    secrets: isFromFork(scope) ? 'none' : usual,
  });
  return {
    github: buildGithubContext({
      plan,
      repository: fullNameOf(scope),
      repositoryId: repository.id,
      repositoryOwnerId: repository.ownerId,
      repositoryVisibility: repository.visibility,
      actor: actor.login,
      actorId: actor.id,
      triggeringActor: sandbox.state.users.get(run.triggeringActorId)?.login,
      runId: run.id,
      runNumber: run.runNumber,
      runAttempt: run.attempt,
      serverUrl: urls.html,
      apiUrl: urls.api,
      graphqlUrl: urls.graphql,
      token: token ?? '',
      refProtected: branch !== undefined && isProtected({ repository, branch }),
    }),
    secrets,
    vars,
  };
}

/** Whether a run is for a pull request from a fork, which gets no secrets and may change nothing. */
export function isFromFork(scope: Pick<RunScope, 'run' | 'repository'>) {
  const { run, repository } = scope;
  return (
    run.event.startsWith('pull_request') &&
    run.event !== 'pull_request_target' &&
    run.headRepositoryId !== undefined &&
    run.headRepositoryId !== repository.id
  );
}
