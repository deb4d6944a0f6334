import type { Sandbox } from '../../core/Sandbox';
import type { Organisation, Repository } from '../../core/state';
import type { Seed } from '../Seed';
import { addOrganisation } from './addOrganisation';
import { addPeople } from './addPeople';
import { addRepository } from './addRepository';
import { addTeams } from './addTeams';
import { createContext } from './createContext';

export type AppliedSeed =
  | {
      outcome: 'applied';
      organisation: Organisation;
      repositories: Repository[];
    }
  | { outcome: 'loginTaken'; login: string };

/**
 * Fills the state of a sandbox with a seed, and registers the git repositories. Ages count from the sandbox's clock. The seed has to be
 * one that `checkSeed` finds nothing wrong with; otherwise this throws. It emits no events, since all this happened in the past.
 */
export async function applySeed(options: {
  sandbox: Sandbox;
  seed: Seed;
}): Promise<AppliedSeed> {
  const { sandbox, seed } = options;
  const { login } = seed.organisation;
  const { organisations, users } = sandbox.state;
  const key = login.toLowerCase();
  if (organisations.first('login', key) ?? users.first('login', key)) {
    return { outcome: 'loginTaken', login };
  }
  const now = sandbox.clock.now();
  addPeople({ sandbox, seed, now });
  const organisation = addOrganisation({ sandbox, seed, now });
  const context = createContext({ sandbox, seed, organisation, now });
  addTeams({ context });
  const repositories: Repository[] = [];
  for (const seeded of seed.repositories ?? []) {
    repositories.push(await addRepository({ context, seeded }));
  }
  sandbox.changed();
  return { outcome: 'applied', organisation, repositories };
}
