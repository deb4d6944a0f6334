import { html } from 'hono/html';
import { accountById } from '../../core/names/accountById';
import type { RepositoryPageContext } from '../PageContext';
import { repositoryPage } from '../repositoryPage';
import { when } from '../when';
import { stateOf } from './stateOf';

/** Issues, or pull requests. */
export function listPage(
  options: RepositoryPageContext & { kind: 'issues' | 'pulls' },
): Promise<Response> {
  const { sandbox, context, repository, name, kind } = options;
  const state = context.req.query('state') === 'closed' ? 'closed' : 'open';
  const all = sandbox.state.issues
    .by('repository', repository.id)
    .filter(issue => (issue.pull !== null) === (kind === 'pulls'));
  const shown = all
    .filter(issue => issue.state === state)
    .sort((a, b) => b.number - a.number);
  const path = kind === 'pulls' ? 'pull' : 'issues';
  return repositoryPage({
    ...options,
    title: kind === 'pulls' ? 'Pull requests' : 'Issues',
    tab: kind === 'pulls' ? 'Pull requests' : 'Issues',
    body: html`<p>
        ${(['open', 'closed'] as const).map(
          each =>
            html`<a
              href="?state=${each}"
              ${each === state ? html`aria-current="page"` : ''}
              >${all.filter(issue => issue.state === each).length} ${each}</a
            > `,
        )}
      </p>
      ${shown.length === 0 ? html`<p>There are none.</p>` : ''}
      <ul class="plain">
        ${shown.map(
          issue => html`<li>
            <a href="/${name}/${path}/${issue.number}">${issue.title}</a>
            <span class="badge">${stateOf(issue)}</span><br />
            <span class="soft"
              >#${issue.number} by
              ${accountById({ sandbox, id: issue.authorId })?.login ?? 'ghost'},
              ${when({
                at: issue.createdAt,
                now: sandbox.clock.now(),
              })}</span
            >
          </li>`,
        )}
      </ul>`,
  });
}
