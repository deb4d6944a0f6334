import { html } from 'hono/html';
import { includesRole, roleOf } from '../../access';
import type { RepositoryPermission } from '../../core/state';
import type { Markup } from '../layout';
import { missingPage } from '../missingPage';
import type { RepositoryPageContext } from '../PageContext';
import { repositoryPage } from '../repositoryPage';

const KINDS: Array<[title: string, path: string]> = [
  ['Dependabot alerts', 'dependabot'],
  ['Code scanning alerts', 'code-scanning'],
  ['Secret scanning alerts', 'secret-scanning'],
];

/** One kind of alerts, the newest first, or one alert with everything that is known of it. Hidden from people without the role. */
export function alertList<Alert extends { number: number }>(
  options: RepositoryPageContext & {
    kind: 'dependabot' | 'code-scanning' | 'secret-scanning';
    needed: RepositoryPermission;
    alerts: Alert[];
    number?: number;
    row(alert: Alert): {
      title: string;
      severity: string;
      state: string;
      facts: Markup | string;
      details: string;
    };
  },
): Promise<Response> {
  const { sandbox, repository, person, name, kind, number, row } = options;
  const role = person && roleOf({ sandbox, user: person, repository });
  if (!includesRole({ role, needed: options.needed })) {
    return missingPage(options);
  }
  const alerts = options.alerts
    .filter(alert => number === undefined || alert.number === number)
    .sort((a, b) => b.number - a.number);
  const [title] = KINDS.find(([, path]) => path === kind)!;
  return repositoryPage({
    ...options,
    title,
    tab: 'Security',
    body: html`<p>
        ${KINDS.filter(([, path]) => path !== kind).map(
          ([label, path]) =>
            html`<a href="/${name}/security/${path}">${label}</a> `,
        )}
      </p>
      ${alerts.length === 0 ? html`<p>There are none.</p>` : ''}
      <ul class="plain">
        ${alerts.map(alert => {
          const { severity, state, facts, details, ...shown } = row(alert);
          return html`<li>
            <a href="/${name}/security/${kind}/${alert.number}"
              >${shown.title}</a
            >
            <span class="badge ${severity === 'critical' ? 'bad' : ''}"
              >${severity}</span
            >
            <span class="badge">${state}</span><br />
            <span class="soft">#${alert.number}, ${facts}</span>
            ${number === undefined ? '' : html`<p>${details}</p>`}
          </li>`;
        })}
      </ul>`,
  });
}
