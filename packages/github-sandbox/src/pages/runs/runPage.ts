import { html } from 'hono/html';
import { missingPage } from '../missingPage';
import type { RepositoryPageContext } from '../PageContext';
import { repositoryPage } from '../repositoryPage';
import { plainLog } from './plainLog';
import { verdictBadge } from '../verdictBadge';

/** One run: its jobs, their steps and what they said. */
export function runPage(
  options: RepositoryPageContext & { runId: number; jobId?: number },
): Promise<Response> {
  const { sandbox, repository, name, runId, jobId } = options;
  const run = sandbox.state.workflowRuns.get(runId);
  if (!run || run.repositoryId !== repository.id) return missingPage(options);
  const jobs = sandbox.state.workflowJobs
    .by('run', run.id)
    .filter(job => job.attempt === run.attempt)
    .filter(job => jobId === undefined || job.id === jobId);
  return repositoryPage({
    ...options,
    title: run.title,
    tab: 'Actions',
    body: html`<p>
        ${verdictBadge(run)} ${run.name} #${run.runNumber}, attempt
        ${run.attempt}, ${run.event} ·
        <a href="/${name}/commit/${run.headSha}"
          ><code>${run.headSha.slice(0, 7)}</code></a
        >
        ${jobId === undefined
          ? ''
          : html`· <a href="/${name}/actions/runs/${run.id}">All jobs</a>`}
      </p>
      ${run.problem
        ? html`<p class="problem" role="alert">${run.problem}</p>`
        : ''}
      ${jobs.map(
        job => html`<h2>
            <a href="/${name}/actions/runs/${run.id}/job/${job.id}"
              >${job.name}</a
            >
            ${verdictBadge(job)}
          </h2>
          ${job.steps.map(
            step => html`<details
              ${step.conclusion === 'failure' || jobId !== undefined
                ? html`open`
                : ''}
            >
              <summary>${verdictBadge(step)} ${step.name}</summary>
              ${step.log ? html`<pre>${plainLog(step.log)}</pre>` : ''}
            </details>`,
          )}`,
      )}`,
  });
}
