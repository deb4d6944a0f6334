import { html } from 'hono/html';
import { ensureReplayed } from '../../actions';
import { accountById } from '../../core/names/accountById';
import type { RepositoryPageContext } from '../PageContext';
import { repositoryPage } from '../repositoryPage';
import { verdictBadge } from '../verdictBadge';
import { when } from '../when';

const SHOWN = 100;

/** The runs of a repository, newest first, or of one workflow file. */
export async function runsPage(
  options: RepositoryPageContext & { file?: string },
): Promise<Response> {
  const { sandbox, repository, name, file } = options;
  await ensureReplayed(options);
  const { state, clock } = sandbox;
  const workflows = state.workflows.by('repository', repository.id);
  const runs = state.workflowRuns
    .by('repository', repository.id)
    .filter(run => {
      const workflow = state.workflows.get(run.workflowId);
      return !file || workflow?.path.endsWith(`/${file}`);
    })
    .sort((a, b) => b.createdAt.localeCompare(a.createdAt) || b.id - a.id);
  return repositoryPage({
    ...options,
    title: file ?? 'Actions',
    tab: 'Actions',
    body: html`<p>
        ${workflows.map(workflow => {
          const own = workflow.path.split('/').at(-1);
          return html`<a href="/${name}/actions/workflows/${own}"
            >${workflow.name}</a
          > `;
        })}
      </p>
      ${runs.length === 0 ? html`<p>Nothing has run yet.</p>` : ''}
      <ul class="plain">
        ${runs.slice(0, SHOWN).map(
          run => html`<li>
            ${verdictBadge(run)}
            <a href="/${name}/actions/runs/${run.id}">${run.title}</a><br />
            <span class="soft"
              >${run.name} #${run.runNumber}, ${run.event} on
              ${run.headBranch ?? run.headSha.slice(0, 7)} by
              ${accountById({ sandbox, id: run.actorId })?.login ?? 'ghost'},
              ${when({ at: run.createdAt, now: clock.now() })}</span
            >
          </li>`,
        )}
      </ul>`,
  });
}
