import { newCheckSuite } from '../../checks/checkSuites';
import type { Sandbox } from '../../core/Sandbox';
import type { Repository, Workflow } from '../../core/state';
import { actionsApp } from '../app/actionsApp';
import type { InvalidWorkflow, WorkflowPlan } from '../engine';
import type { Trigger } from '../triggers/Trigger';
import type { RunScope } from './RunScope';

/** Begins a workflow run, queued, with its check suite. */
export function createRun(options: {
  sandbox: Sandbox;
  repository: Repository;
  workflow: Workflow;
  trigger: Trigger;
  plan: WorkflowPlan | InvalidWorkflow;
  /** ISO time, for the past. */
  at?: string;
}): RunScope {
  const { sandbox, repository, workflow, trigger, plan, at } = options;
  const { headBranch, headSha, headRepositoryId, actor } = trigger;
  const app = actionsApp(sandbox);
  const createdAt = at ?? sandbox.clock.iso();
  const suite = newCheckSuite({
    sandbox,
    repository,
    app,
    sha: headSha,
    branch: headBranch,
    at: createdAt,
  });
  const numbers = sandbox.state.workflowRuns
    .by('workflow', workflow.id)
    .map(({ runNumber }) => runNumber);
  const run = sandbox.state.workflowRuns.insert({
    id: sandbox.nextId(),
    repositoryId: repository.id,
    workflowId: workflow.id,
    suiteId: suite.id,
    runNumber: Math.max(0, ...numbers) + 1,
    attempt: 1,
    name: plan.name,
    title: plan.name,
    event: plan.event.name,
    payload: { ...plan.event },
    headBranch,
    headSha,
    headRepositoryId,
    actorId: actor.id,
    triggeringActorId: actor.id,
    status: 'queued',
    conclusion: null,
    problem: null,
    createdAt,
    startedAt: createdAt,
    updatedAt: createdAt,
  });
  return { sandbox, repository, run, suite, app, live: at === undefined };
}

/** The scope of a run that is there already. */
export function scopeOf(options: {
  sandbox: Sandbox;
  repository: Repository;
  run: RunScope['run'];
}): RunScope {
  const { sandbox, run } = options;
  return {
    ...options,
    suite: sandbox.state.checkSuites.get(run.suiteId)!,
    app: actionsApp(sandbox),
    live: true,
  };
}
