import { newTeam } from '../../core/records/newTeam';
import type { Team } from '../../core/state';
import type { SeedContext } from './SeedContext';

/** Adds the teams of a seed, with their parents and members. */
export function addTeams(options: { context: SeedContext }): void {
  const { sandbox, seed, organisation, user } = options.context;
  const { createdAt } = organisation;
  const added = new Map<string, Team>();
  for (const team of seed.teams ?? []) {
    const maintainers = new Set(team.maintainers ?? []);
    const values: Partial<Team> = {
      slug: team.slug,
      description: team.description ?? null,
      privacy: team.privacy ?? 'closed',
      createdAt,
      updatedAt: createdAt,
      members: (team.members ?? []).map(login => ({
        userId: user(login).id,
        role: maintainers.has(login) ? 'maintainer' : 'member',
        state: 'active',
      })),
    };
    const name = team.name ?? team.slug;
    added.set(team.slug, newTeam({ sandbox, organisation, name, values }));
  }
  for (const { slug, parent } of seed.teams ?? []) {
    if (parent) added.get(slug)!.parentId = added.get(parent)!.id;
  }
}
