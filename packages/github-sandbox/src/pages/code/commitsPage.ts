import { html } from 'hono/html';
import { openGit } from '../../repositories/openGit';
import { splitRefAndPath } from '../../repositories/web/splitRefAndPath';
import { missingPage } from '../missingPage';
import type { RepositoryPageContext } from '../PageContext';
import { repositoryPage } from '../repositoryPage';
import { when } from '../when';

const ON_ONE_PAGE = 50;

/** The history of a branch or of a path on it. */
export async function commitsPage(
  options: RepositoryPageContext & { refAndPath: string },
): Promise<Response> {
  const { sandbox, context, repository, name } = options;
  const git = await openGit({ sandbox, repository });
  const place = await splitRefAndPath({
    git,
    refAndPath: options.refAndPath || repository.defaultBranch,
  });
  if (!place) return missingPage(options);
  const page = Math.max(1, Number(context.req.query('page')) || 1);
  const commits = await git.history({
    from: place.commit,
    path: place.path || undefined,
    skip: (page - 1) * ON_ONE_PAGE,
    limit: ON_ONE_PAGE + 1,
  });
  return repositoryPage({
    ...options,
    title: place.path ? `History of ${place.path}` : `Commits on ${place.ref}`,
    tab: 'Code',
    body: html`<ul class="plain">
        ${commits.slice(0, ON_ONE_PAGE).map(
          commit => html`<li>
            <a href="/${name}/commit/${commit.sha}"
              >${commit.message.split('\n')[0]}</a
            ><br />
            <span class="soft"
              ><code>${commit.sha.slice(0, 7)}</code> ${commit.author.name},
              ${when({
                at: commit.committer.date,
                now: sandbox.clock.now(),
              })}</span
            >
          </li>`,
        )}
      </ul>
      ${commits.length > ON_ONE_PAGE
        ? html`<p><a href="?page=${page + 1}">Older</a></p>`
        : ''}`,
  });
}
