import { html } from 'hono/html';
import { markdown } from './markdown';
import type { RepositoryPageContext } from './PageContext';
import { repositoryPage } from './repositoryPage';
import { when } from './when';

/** The releases of a repository, or one of them by its tag. */
export function releasesPage(
  options: RepositoryPageContext & { tag?: string },
): Promise<Response> {
  const { sandbox, repository, name, tag } = options;
  const releases = sandbox.state.releases
    .by('repository', repository.id)
    .filter(release => !release.draft && (!tag || release.tagName === tag))
    .sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  return repositoryPage({
    ...options,
    title: tag ?? 'Releases',
    tab: 'Releases',
    status: tag && releases.length === 0 ? 404 : 200,
    body: html`${releases.length === 0 ? html`<p>There are none.</p>` : ''}
    ${releases.map(
      release => html`<h2>
          <a href="/${name}/releases/tag/${encodeURIComponent(release.tagName)}"
            >${release.name ?? release.tagName}</a
          >
          ${release.prerelease
            ? html`<span class="badge">pre-release</span>`
            : ''}
        </h2>
        <p class="soft">
          ${release.tagName},
          ${when({
            at: release.publishedAt ?? release.createdAt,
            now: sandbox.clock.now(),
          })}
        </p>
        ${release.body ? markdown(release.body) : ''}`,
    )}`,
  });
}
