import { html } from 'hono/html';
import { markdown } from './markdown';
import { missingPage } from './missingPage';
import type { RepositoryPageContext } from './PageContext';
import { repositoryPage } from './repositoryPage';

/** A page of the wiki, which is a git repository of its own. */
export async function wikiPage(
  options: RepositoryPageContext & { pageName?: string },
): Promise<Response> {
  const { sandbox, repository, name, pageName = 'Home' } = options;
  const id = `${repository.id}.wiki`;
  if (!repository.features.wiki) return missingPage(options);
  const git = sandbox.git.has({ id })
    ? await sandbox.git.open({ id })
    : undefined;
  const entries =
    git && (await git.resolve({ expression: 'HEAD' }))
      ? await git!.readTree({
          sha: (await git!.resolve({ expression: 'HEAD', type: 'tree' }))!.sha,
        })
      : [];
  const pages = (entries ?? []).filter(({ path }) => path.endsWith('.md'));
  const found = pages.find(({ path }) => path === `${pageName}.md`);
  const text = found && (await git!.readBlob({ sha: found.sha }));
  return repositoryPage({
    ...options,
    title: pageName.replaceAll('-', ' '),
    tab: 'Wiki',
    status: text || pages.length === 0 ? 200 : 404,
    body: html`${pages.length === 0
        ? html`<p>
            There are no pages yet. Push the first one to
            <code>${sandbox.baseUrl}/${name}.wiki.git</code>.
          </p>`
        : ''}
      <p>
        ${pages.map(({ path }) => {
          const own = path.replace(/\.md$/, '');
          return html`<a href="/${name}/wiki/${encodeURIComponent(own)}"
            >${own.replaceAll('-', ' ')}</a
          > `;
        })}
      </p>
      ${text ? markdown(text.toString('utf8')) : ''}`,
  });
}
