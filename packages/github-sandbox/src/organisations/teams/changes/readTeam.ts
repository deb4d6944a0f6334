import type { Sandbox } from '../../../core/Sandbox';
import type { Organisation, Team } from '../../../core/state';
import { readChoice } from '../../../http/body/readChoice';
import { readText } from '../../../http/body/readText';
import { childTeams } from '../membersOfTeam';
import { teamProblem } from './teamProblem';

const resource = 'Team';

/**
 * The fields of a team that a body of POST or PATCH names. Throws 422 where GitHub does: the name is taken, the parent is not there, secret or
 * below the team itself. https://docs.github.com/rest/teams/teams
 */
export function readTeam(options: {
  sandbox: Sandbox;
  organisation: Organisation;
  body: Record<string, unknown>;
  /** Undefined: a new one. */
  team?: Team;
}): Partial<Team> {
  const { body, team } = options;
  const name = readText({ body, field: 'name' });
  const description = readText({ body, field: 'description' });
  const privacy = readChoice({
    body,
    field: 'privacy',
    words: ['secret', 'closed'],
    resource,
  });
  const notificationSetting = readChoice({
    body,
    field: 'notification_setting',
    words: ['notifications_enabled', 'notifications_disabled'],
    resource,
  });
  const permission = readChoice({
    body,
    field: 'permission',
    words: ['pull', 'push', 'admin'],
    resource,
  });
  const slug = name ? freeSlug({ ...options, name }) : undefined;
  const parentId = readParent(options);
  const isNested = parentId ?? team?.parentId;
  if (isNested && privacy === 'secret') {
    throw teamProblem({
      field: 'privacy',
      message: 'Nested teams cannot be secret',
    });
  }
  return {
    ...(name && { name, slug }),
    ...(description !== undefined && { description: description || null }),
    // A team that comes below another is closed from then on.
    ...(parentId ? { privacy: 'closed' as const } : privacy && { privacy }),
    ...(notificationSetting && { notificationSetting }),
    ...(permission && { permission }),
    ...(parentId !== undefined && { parentId }),
  };
}

/** The name as a part of addresses: lower case, with hyphens. */
function freeSlug(options: {
  sandbox: Sandbox;
  organisation: Organisation;
  name: string;
  team?: Team;
}): string {
  const { sandbox, organisation, name, team } = options;
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const isTaken = sandbox.state.teams
    .by('organisation', organisation.id)
    .some(other => other !== team && other.slug === slug);
  if (isTaken || slug === '') {
    throw teamProblem({
      field: 'name',
      code: isTaken ? 'already_exists' : 'invalid',
      message: isTaken
        ? 'Name must be unique for this org'
        : 'Name must have a letter or digit',
    });
  }
  return slug;
}

function readParent(options: {
  sandbox: Sandbox;
  organisation: Organisation;
  body: Record<string, unknown>;
  team?: Team;
}): number | null | undefined {
  const { sandbox, organisation, body, team } = options;
  const { parent_team_id: id, parent_team_slug: slug } = body;
  if (id === undefined && slug === undefined) return undefined;
  if (id === null || slug === null) return null;
  const parent = sandbox.state.teams
    .by('organisation', organisation.id)
    .find(other => (id === undefined ? other.slug === slug : other.id === id));
  const isBelow = (one: Team): boolean =>
    one === parent || childTeams({ sandbox, team: one }).some(isBelow);
  if (!parent || parent.privacy === 'secret' || (team && isBelow(team))) {
    throw teamProblem({
      field: 'parent_team_id',
      message: parent
        ? 'The parent team must be visible, and not below this team'
        : 'The parent team was not found',
    });
  }
  return parent.id;
}
