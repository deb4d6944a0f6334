import type { Sandbox } from '../../core/Sandbox';
import type { Repository, Workflow } from '../../core/state';
import { openGit } from '../../repositories/openGit';
import { runtimeOf } from '../ActionsRuntime';
import { listWorkflows } from '../engine';
import { armSchedule } from '../schedule/armSchedule';
import { otherFilesFor, workflowFilesAt } from './filesAt';
import { workflowAt } from './workflowAt';

/** Brings the records of workflows up to date with the files of the default branch, and the schedule with them. Reads nothing twice. */
export async function listFiles(options: {
  sandbox: Sandbox;
  repository: Repository;
}): Promise<void> {
  const { sandbox, repository } = options;
  const { listed } = runtimeOf(sandbox);
  const git = await openGit(options);
  const tip = await git.resolve({
    expression: `refs/heads/${repository.defaultBranch}`,
    type: 'commit',
  });
  const sha = tip?.sha ?? '';
  if (listed.get(repository.id) === sha) return;
  const files = sha ? await workflowFilesAt({ git, sha }) : new Map();
  const found = await listWorkflows({
    files,
    otherFiles: otherFilesFor(options),
  });
  const now = sandbox.clock.iso();
  const paths = new Set(found.map(({ path }) => path));
  for (const { path, name, crons } of found) {
    const workflow = workflowAt({ ...options, path, name, at: now });
    if (workflow.name !== name) workflow.updatedAt = now;
    Object.assign(workflow, { name, crons, onDefaultBranch: true });
    if (workflow.state === 'deleted') workflow.state = 'active';
  }
  for (const workflow of sandbox.state.workflows.by(
    'repository',
    repository.id,
  )) {
    if (workflow.onDefaultBranch && !paths.has(workflow.path)) {
      markDeleted(workflow, now);
    }
  }
  listed.set(repository.id, sha);
  armSchedule(options);
  sandbox.changed();
}

function markDeleted(workflow: Workflow, now: string) {
  workflow.state = 'deleted';
  workflow.updatedAt = now;
  workflow.onDefaultBranch = false;
  workflow.crons = [];
}
