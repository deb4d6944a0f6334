import { html } from 'hono/html';
import { openGit } from '../../repositories/openGit';
import type { RepositoryPageContext } from '../PageContext';
import { repositoryPage } from '../repositoryPage';
import { address } from './treeMarkup';

/** The branches, or the tags. */
export async function refsPage(
  options: RepositoryPageContext & { kind: 'branches' | 'tags' },
): Promise<Response> {
  const { sandbox, repository, name, kind } = options;
  const prefix = kind === 'branches' ? 'refs/heads/' : 'refs/tags/';
  const git = await openGit({ sandbox, repository });
  const refs = await git.listRefs({ prefix });
  return repositoryPage({
    ...options,
    title: kind === 'branches' ? 'Branches' : 'Tags',
    tab: 'Code',
    body: html`${refs.length === 0 ? html`<p>There are none.</p>` : ''}
      <ul class="plain">
        ${refs.map(({ ref, sha, peeled }) => {
          const own = ref.slice(prefix.length);
          return html`<li>
            <a href="${address(name, 'tree', own, '')}">${own}</a>
            <span class="soft"
              ><code>${(peeled ?? sha).slice(0, 7)}</code></span
            >
          </li>`;
        })}
      </ul>`,
  });
}
