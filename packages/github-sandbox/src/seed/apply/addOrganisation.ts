import { isoSeconds } from '../../core/isoSeconds';
import { newOrganisation } from '../../core/records/newOrganisation';
import type { Sandbox } from '../../core/Sandbox';
import type { Organisation } from '../../core/state';
import { dateBefore } from '../history/dateBefore';
import { ownersOf, peopleOf } from '../peopleOf';
import type { Seed } from '../Seed';
import { variablesOf } from './variablesOf';

const USUAL_AGE_DAYS = 2000;

/** Adds the organisation. Everybody who is not marked as outside is a member; its owners administer it. */
export function addOrganisation(options: {
  sandbox: Sandbox;
  seed: Seed;
  now: Date;
}): Organisation {
  const { sandbox, seed, now } = options;
  const { organisation } = seed;
  const owners = new Set(ownersOf({ seed }));
  const daysAgo = organisation.createdDaysAgo ?? USUAL_AGE_DAYS;
  const createdAt = isoSeconds(dateBefore({ now, daysAgo }));
  const variables = variablesOf({
    variables: organisation.variables,
    createdAt,
  });
  return newOrganisation({
    sandbox,
    login: organisation.login,
    values: {
      name: organisation.name ?? null,
      description: organisation.description ?? null,
      email: organisation.email ?? null,
      blog: organisation.website ?? null,
      location: organisation.location ?? null,
      createdAt,
      updatedAt: createdAt,
      samlEnforced: organisation.samlEnforced ?? false,
      defaultRepositoryPermission:
        organisation.defaultRepositoryPermission ?? 'pull',
      membersCanCreateRepositories:
        organisation.membersCanCreateRepositories ?? true,
      members: peopleOf({ seed })
        .filter(({ outside }) => !outside)
        .map(({ login }) => ({
          userId: sandbox.state.users.first('login', login.toLowerCase())!.id,
          role: owners.has(login) ? 'admin' : 'member',
          state: 'active',
          public: true,
        })),
      variables: variables.map(variable => ({
        ...variable,
        visibility: 'all',
      })),
      runner: seed.runner,
    },
  });
}
