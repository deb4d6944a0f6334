import { html } from 'hono/html';
import { includesRole, roleOf } from '../access';
import { missingPage } from './missingPage';
import type { RepositoryPageContext } from './PageContext';
import { repositoryPage } from './repositoryPage';

/** Dependabot's alerts, or one of them, for those who may write. */
export function alertsPage(
  options: RepositoryPageContext & { number?: number },
): Promise<Response> {
  const { sandbox, repository, person, name, number } = options;
  const role = person && roleOf({ sandbox, user: person, repository });
  if (!includesRole({ role, needed: 'push' })) return missingPage(options);
  const alerts = sandbox.state.alerts
    .by('repository', repository.id)
    .filter(alert => number === undefined || alert.number === number)
    .sort((a, b) => b.number - a.number);
  return repositoryPage({
    ...options,
    title: 'Dependabot alerts',
    tab: 'Security',
    body: html`${alerts.length === 0 ? html`<p>There are none.</p>` : ''}
      <ul class="plain">
        ${alerts.map(
          alert => html`<li>
            <a href="/${name}/security/dependabot/${alert.number}"
              >${alert.summary}</a
            >
            <span class="badge ${alert.severity === 'critical' ? 'bad' : ''}"
              >${alert.severity}</span
            >
            <span class="badge">${alert.state}</span><br />
            <span class="soft"
              >#${alert.number}, ${alert.packageName} (${alert.ecosystem}) in
              ${alert.manifestPath},
              ${alert.vulnerableRange}${alert.firstPatchedVersion
                ? html`, fixed in ${alert.firstPatchedVersion}`
                : ''}</span
            >
            ${number === undefined ? '' : html`<p>${alert.description}</p>`}
          </li>`,
        )}
      </ul>`,
  });
}
