import type {
  Artifact,
  Workflow,
  WorkflowJob,
  WorkflowRun,
} from '../../core/state';
import { notFound } from '../../http/GitHubError';
import type { RepositoryCall } from '../../http/Route';
import { ensureReplayed } from '../replay/ensureReplayed';
import { listFiles } from '../workflows/listFiles';

/** The workflow in the path, by its number or the name of its file. Throws 404. */
export async function workflowOf(call: RepositoryCall): Promise<Workflow> {
  const name = call.params.workflow_id;
  const found = (await workflowsOf(call)).find(
    ({ id, path }) =>
      String(id) === name || path === name || path.split('/').at(-1) === name,
  );
  if (!found) throw notFound();
  return found;
}

/** The workflows of the repository, also deleted ones. */
export async function workflowsOf(call: RepositoryCall): Promise<Workflow[]> {
  const { sandbox, repository } = call;
  await ensureReplayed(call);
  await listFiles(call);
  return sandbox.state.workflows
    .by('repository', repository.id)
    .sort((a, b) => a.id - b.id);
}

/** The run in the path. Throws 404. */
export async function runOf(call: RepositoryCall): Promise<WorkflowRun> {
  const { sandbox, repository, params } = call;
  await ensureReplayed(call);
  const run = sandbox.state.workflowRuns.get(Number(params.run_id));
  if (run?.repositoryId !== repository.id) throw notFound();
  return run;
}

/** The job in the path. Throws 404. */
export async function jobOf(call: RepositoryCall): Promise<WorkflowJob> {
  const { sandbox, repository, params } = call;
  await ensureReplayed(call);
  const job = sandbox.state.workflowJobs.get(Number(params.job_id));
  if (job?.repositoryId !== repository.id) throw notFound();
  return job;
}

/** The artifact in the path. Throws 404. */
export async function artifactOf(call: RepositoryCall): Promise<Artifact> {
  const { sandbox, repository, params } = call;
  await ensureReplayed(call);
  const artifact = sandbox.state.artifacts.get(Number(params.artifact_id));
  if (artifact?.repositoryId !== repository.id) throw notFound();
  return artifact;
}
