import { html } from 'hono/html';
import { openGit } from '../../repositories/openGit';
import { missingPage } from '../missingPage';
import type { RepositoryPageContext } from '../PageContext';
import { repositoryPage } from '../repositoryPage';
import { when } from '../when';
import { diffMarkup } from './diffMarkup';

/** One commit with what it changed. */
export async function commitPage(
  options: RepositoryPageContext & { sha: string },
): Promise<Response> {
  const { sandbox, repository, name } = options;
  const git = await openGit({ sandbox, repository });
  const found = await git.resolve({ expression: options.sha, type: 'commit' });
  const commit = found && (await git.readCommit({ sha: found.sha }));
  if (!commit) return missingPage(options);
  const files = await git.diff({ from: commit.parents[0], to: commit.sha });
  const [title, ...rest] = commit.message.split('\n');
  return repositoryPage({
    ...options,
    title,
    tab: 'Code',
    body: html`<p class="soft">
        ${commit.author.name},
        ${when({ at: commit.committer.date, now: sandbox.clock.now() })} ·
        <code>${commit.sha}</code> ·
        ${commit.parents.map(
          parent =>
            html`parent
              <a href="/${name}/commit/${parent}"
                ><code>${parent.slice(0, 7)}</code></a
              > `,
        )}
        · <a href="/${name}/tree/${commit.sha}">Files</a>
      </p>
      ${rest.join('\n').trim()
        ? html`<pre>${rest.join('\n').trim()}</pre>`
        : ''}
      ${diffMarkup(files)}`,
  });
}
