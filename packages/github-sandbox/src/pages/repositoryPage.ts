import { html } from 'hono/html';
import { type Markup, page } from './layout';
import type { RepositoryPageContext } from './PageContext';

const TABS: Array<[title: string, path: string]> = [
  ['Code', ''],
  ['Issues', '/issues'],
  ['Pull requests', '/pulls'],
  ['Actions', '/actions'],
  ['Releases', '/releases'],
  ['Security', '/security/dependabot'],
  ['Wiki', '/wiki'],
];

/** A page in the frame of its repository: name, visibility, tabs. */
export function repositoryPage(
  options: RepositoryPageContext & {
    title: string;
    /** The tab that it belongs to. */
    tab: string;
    body: Markup;
    status?: 200 | 404;
  },
): Promise<Response> {
  const { context, repository, owner, name, title, tab, body, status } =
    options;
  const isWikiOn = repository.features.wiki;
  return page({
    context,
    title: `${title} · ${name}`,
    status,
    heading: html`<p class="path">
        <a href="/${owner.login}">${owner.login}</a> /
        <a href="/${name}"><strong>${repository.name}</strong></a>
        <span class="badge">${repository.visibility}</span>
        ${repository.archived ? html`<span class="badge">archived</span>` : ''}
      </p>
      <nav class="tabs" aria-label="Repository">
        ${TABS.filter(([, path]) => path !== '/wiki' || isWikiOn).map(
          ([label, path]) =>
            html`<a
              href="/${name}${path}"
              ${label === tab ? html`aria-current="page"` : ''}
              >${label}</a
            >`,
        )}
      </nav>
      <h1>${title}</h1>`,
    body,
  });
}
