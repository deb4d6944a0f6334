import { html } from 'hono/html';
import { openGit } from '../../repositories/openGit';
import { missingPage } from '../missingPage';
import type { RepositoryPageContext } from '../PageContext';
import { repositoryPage } from '../repositoryPage';
import { diffMarkup } from './diffMarkup';

/** What `head` has that `base` has not: `base...head`, or a branch against the default one. */
export async function comparePage(
  options: RepositoryPageContext & { basehead: string },
): Promise<Response> {
  const { sandbox, repository, name, basehead } = options;
  const parts = basehead.split('...');
  const [base, head] =
    parts.length === 2 ? parts : [repository.defaultBranch, basehead];
  const git = await openGit({ sandbox, repository });
  const compared = await git.compare({ base, head });
  if (!compared) return missingPage(options);
  return repositoryPage({
    ...options,
    title: `${base} … ${head}`,
    tab: 'Code',
    body: html`<ul class="plain" aria-label="Commits">
        ${compared.commits.map(
          ({ sha, message, author }) => html`<li>
            <a href="/${name}/commit/${sha}">${message.split('\n')[0]}</a>
            <span class="soft"
              ><code>${sha.slice(0, 7)}</code> ${author.name}</span
            >
          </li>`,
        )}
      </ul>
      ${compared.commits.length === 0 ? html`<p>There is nothing new.</p>` : ''}
      ${diffMarkup(compared.files)}`,
  });
}
