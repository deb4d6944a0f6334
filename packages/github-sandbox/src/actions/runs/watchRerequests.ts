import type { Sandbox } from '../../core/Sandbox';
import { actionsApp } from '../app/actionsApp';
import { rerunRun } from './rerunRun';

/** Runs again what somebody asks the App "GitHub Actions" to check again: a job by its check run, a run by its check suite. */
export function watchRerequests(options: { sandbox: Sandbox }): void {
  const { sandbox } = options;
  const { workflowRuns, workflowJobs } = sandbox.state;
  sandbox.events.on(async event => {
    if (event.name !== 'check_run' && event.name !== 'check_suite') return;
    if (event.action !== 'rerequested') return;
    const { repository, sender: actor } = event;
    const check =
      event.name === 'check_run' ? event.checkRun : event.checkSuite;
    if (check.appId !== actionsApp(sandbox).id) return;
    const job =
      event.name === 'check_run' ? workflowJobs.get(check.id) : undefined;
    const run = job
      ? workflowRuns.get(job.runId)
      : workflowRuns
          .by('repository', repository.id)
          .find(({ suiteId }) => suiteId === check.id);
    if (!run) return;
    if (job) {
      // The check of the job that has run stays as it is; the job that runs now gets its own.
      const { status, conclusion, completedAt } = job;
      Object.assign(check, { status, conclusion, completedAt });
    }
    await rerunRun({ sandbox, repository, run, jobs: job ?? 'all', actor });
  });
}
