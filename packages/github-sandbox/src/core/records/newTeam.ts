import type { Sandbox } from '../Sandbox';
import type { Organisation, Team } from '../state';

/** Adds a team without members. The slug follows from the name, as on GitHub: lower case, with hyphens. */
export function newTeam(options: {
  sandbox: Sandbox;
  organisation: Organisation;
  name: string;
  values?: Partial<Omit<Team, 'id' | 'organisationId' | 'name'>>;
}): Team {
  const { sandbox, organisation, name, values } = options;
  const now = sandbox.clock.iso();
  return sandbox.state.teams.insert({
    id: sandbox.nextId(),
    organisationId: organisation.id,
    slug: name
      .toLowerCase()
      .replace(/[^a-z0-9_-]+/g, '-')
      .replace(/^-+|-+$/g, ''),
    name,
    description: null,
    privacy: 'closed',
    parentId: null,
    createdAt: now,
    updatedAt: now,
    members: [],
    repositories: [],
    ...values,
  });
}
