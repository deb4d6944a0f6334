import { html } from 'hono/html';
import { organisationRoleOf } from '../../access';
import type { Sandbox } from '../../core/Sandbox';
import type { User } from '../../core/state';
import type { Markup } from '../../pages/layout';
import { listPeople } from './person';

/** From so many people on there is a search box, and so many are shown. */
const MANY = 20;

/** A search box for the people of a page: a form of its own that asks the same address again, with `q`. Undefined where there are few. */
export function searchMarkup(options: {
  sandbox: Sandbox;
  /** Where the page is, with its query. */
  url: URL;
}): Markup | undefined {
  const { sandbox, url } = options;
  if (listPeople({ sandbox }).length <= MANY) return undefined;
  const kept = [...url.searchParams].filter(([name]) => name !== 'q');
  return html`<form method="get" action="${url.pathname}" role="search">
    ${kept.map(
      ([name, value]) =>
        html`<input type="hidden" name="${name}" value="${value}" />`,
    )}
    <label for="q">Find a person</label><br />
    <input
      type="search"
      id="q"
      name="q"
      value="${url.searchParams.get('q') ?? ''}"
      autofocus
    />
    <button>Search</button>
  </form>`;
}

/** A button for each person, which sends `login`. `first` comes first; `query` narrows by login and name. */
export function peopleMarkup(options: {
  sandbox: Sandbox;
  query: string;
  first?: User;
}): Markup {
  const { sandbox, first } = options;
  const query = options.query.trim().toLowerCase();
  const found = listPeople({ sandbox })
    .filter(({ login, name }) =>
      `${login} ${name ?? ''}`.toLowerCase().includes(query),
    )
    .sort((a, b) => Number(b === first) - Number(a === first));
  const shown = found.slice(0, MANY);
  return html`<ul class="plain people" aria-label="People">
      ${shown.map(
        person => html`<li>
          <button class="person" name="login" value="${person.login}">
            ${person.name ?? person.login}
            <span class="soft">${describe({ sandbox, person })}</span>
          </button>
        </li>`,
      )}
    </ul>
    ${found.length === 0 ? html`<p>Nobody is called that.</p>` : ''}
    ${found.length > shown.length
      ? html`<p class="soft">
          ${shown.length} of ${found.length} people. Search for the others.
        </p>`
      : ''}`;
}

function describe(options: { sandbox: Sandbox; person: User }): string {
  const { sandbox, person } = options;
  const owned = sandbox.state.organisations
    .all()
    .filter(
      organisation =>
        organisationRoleOf({ user: person, organisation }) === 'admin',
    )
    .map(({ login }) => `owner of ${login}`);
  const teams = sandbox.state.teams
    .all()
    .filter(({ members }) =>
      members.some(
        ({ userId, state }) => userId === person.id && state === 'active',
      ),
    )
    .map(({ slug }) => `team ${slug}`);
  return [person.bio ?? person.login, ...owned, ...teams].join(', ');
}
