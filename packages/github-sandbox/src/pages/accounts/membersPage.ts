import { html } from 'hono/html';
import { page } from '../layout';
import { missingPage } from '../missingPage';
import type { PageContext } from '../PageContext';

/** The people of an organisation, or of one of its teams. Teams are for members, as on GitHub. */
export function membersPage(
  options: PageContext & {
    login: string;
    part: 'people' | 'teams';
    team?: string;
  },
): Promise<Response> {
  const { sandbox, context, person, part } = options;
  const { state } = sandbox;
  const organisation = state.organisations.first(
    'login',
    options.login.toLowerCase(),
  );
  const isMember = organisation?.members.some(
    ({ userId }) => userId === person?.id,
  );
  if (!organisation || (part === 'teams' && !isMember)) {
    return missingPage(options);
  }
  const { login } = organisation;
  const teams = state.teams.by('organisation', organisation.id);
  const team = teams.find(({ slug }) => slug === options.team);
  if (options.team && !team) return missingPage(options);
  const members =
    part === 'people'
      ? organisation.members.filter(member => member.public || isMember)
      : team?.members ?? [];
  return page({
    context,
    title: team ? team.name : `${organisation.name ?? login}: ${part}`,
    body: html`<p>
        <a href="/${login}">${login}</a> ·
        <a href="/orgs/${login}/people">People</a> ·
        <a href="/orgs/${login}/teams">Teams</a>
      </p>
      ${team?.description ? html`<p>${team.description}</p>` : ''}
      <ul class="plain">
        ${part === 'teams' && !team
          ? teams.map(
              each => html`<li>
                <a href="/orgs/${login}/teams/${each.slug}">${each.name}</a>
                <span class="soft">${each.members.length} people</span>
              </li>`,
            )
          : members.map(member => {
              const user = state.users.get(member.userId);
              return html`<li>
                <a href="/${user?.login}">${user?.name ?? user?.login}</a>
                <span class="soft">${user?.login}, ${member.role}</span>
              </li>`;
            })}
      </ul>`,
  });
}
