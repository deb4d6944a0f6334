import { buildPayload } from '../../hooks/payloads/buildPayload';
import type { Sandbox } from '../../core/Sandbox';
import type { Repository, User, Workflow, WorkflowRun } from '../../core/state';
import { openGit } from '../../repositories/openGit';
import { type JsonObject, planDispatch } from '../engine';
import { isEnabled } from '../settings/isEnabled';
import { otherFilesFor, workflowFilesAt } from '../workflows/filesAt';
import { inTurn } from './inTurn';
import { startRun } from './startRun';

export type DispatchWorkflowOutcome =
  | { outcome: 'started'; run: WorkflowRun }
  /** GitHub's text for its 422. */
  | { outcome: 'unprocessable'; message: string };

/** Starts a workflow by hand. https://docs.github.com/rest/actions/workflows#create-a-workflow-dispatch-event */
export async function dispatchWorkflow(options: {
  sandbox: Sandbox;
  repository: Repository;
  workflow: Workflow;
  /** A branch or a tag, with `refs/heads/` or `refs/tags/` or without. */
  ref: string;
  inputs: JsonObject;
  actor: User;
}): Promise<DispatchWorkflowOutcome> {
  const { sandbox, repository, workflow, inputs, actor } = options;
  const refuse = (message: string) => ({
    outcome: 'unprocessable' as const,
    message,
  });
  if (workflow.state !== 'active' || !isEnabled(options)) {
    return refuse(
      "Cannot trigger a 'workflow_dispatch' on a disabled workflow",
    );
  }
  const found = await findRef(options);
  if (!found) return refuse(`No ref found for: ${options.ref}`);
  const { ref, sha } = found;
  const git = await openGit(options);
  const files = await workflowFilesAt({ git, sha });
  const told = { repository, ref, workflow: workflow.path, inputs };
  const payload = await buildPayload({
    sandbox,
    event: {
      name: 'workflow_dispatch',
      ...told,
      sender: actor,
      at: sandbox.clock.iso(),
    },
  });
  const plan = await planDispatch({
    event: {
      name: 'workflow_dispatch',
      ref,
      sha,
      inputs,
      workflowPath: workflow.path,
      payload: JSON.parse(JSON.stringify(payload)),
    },
    files,
    otherFiles: otherFilesFor(options),
  });
  if (plan.outcome === 'unprocessable') return refuse(plan.message);
  if (plan.outcome === 'invalid') {
    return refuse(`failed to parse workflow: ${plan.errors[0].message}`);
  }
  sandbox.events.emit({ name: 'workflow_dispatch', ...told, sender: actor });
  const trigger = {
    event: plan.event,
    headBranch: ref.replace(/^refs\/(heads|tags)\//, ''),
    headSha: sha,
    headRepositoryId: repository.id,
    actor,
  };
  const run = await inTurn({
    sandbox,
    repository,
    work: async () =>
      startRun({ sandbox, repository, workflow, trigger, plan }),
  });
  return { outcome: 'started', run };
}

/** The full name and the commit of a branch or, failing that, a tag. */
async function findRef(options: {
  sandbox: Sandbox;
  repository: Repository;
  ref: string;
}): Promise<{ ref: string; sha: string } | undefined> {
  const git = await openGit(options);
  const candidates = options.ref.startsWith('refs/')
    ? [options.ref]
    : [`refs/heads/${options.ref}`, `refs/tags/${options.ref}`];
  for (const ref of candidates) {
    if (!(await git.readRef({ ref }))) continue;
    const commit = await git.resolve({ expression: ref, type: 'commit' });
    if (commit) return { ref, sha: commit.sha };
  }
  return undefined;
}
