import { html } from 'hono/html';
import { roleOf } from '../../access';
import { findAccount } from '../../core/names/findAccount';
import { page } from '../layout';
import { missingPage } from '../missingPage';
import type { PageContext } from '../PageContext';
import { when } from '../when';

/** A person or an organisation, with the repositories that whoever looks may see. */
export function profilePage(
  options: PageContext & { login: string },
): Promise<Response> {
  const { sandbox, context, person } = options;
  const account = findAccount({ sandbox, login: options.login });
  if (!account) return missingPage(options);
  const repositories = sandbox.state.repositories
    .by('owner', account.id)
    .filter(
      repository =>
        repository.visibility === 'public' ||
        (person && roleOf({ sandbox, user: person, repository })),
    )
    .sort((a, b) => (b.pushedAt ?? '').localeCompare(a.pushedAt ?? ''));
  const { login } = account;
  return page({
    context,
    title: account.name ?? login,
    body: html`<p class="soft">${login}</p>
      ${account.kind === 'organisation'
        ? html`<p>${account.description}</p>
            <p>
              <a href="/orgs/${login}/people"
                >${account.members.length} people</a
              >
              · <a href="/orgs/${login}/teams">Teams</a> ·
              <a href="/organizations/${login}/settings/apps/new"
                >Register an App</a
              >
            </p>`
        : html`<p>${account.bio}</p>`}
      <h2>Repositories</h2>
      ${repositories.length === 0 ? html`<p>There are none.</p>` : ''}
      <ul class="plain">
        ${repositories.map(
          repository => html`<li>
            <a href="/${login}/${repository.name}">${repository.name}</a>
            <span class="badge">${repository.visibility}</span><br />
            <span class="soft"
              >${repository.description}
              ${repository.pushedAt
                ? html`· changed
                  ${when({
                    at: repository.pushedAt,
                    now: sandbox.clock.now(),
                  })}`
                : ''}</span
            >
          </li>`,
        )}
      </ul>`,
  });
}
