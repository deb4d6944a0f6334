import { isoSeconds } from '../../core/isoSeconds';
import type { Sandbox } from '../../core/Sandbox';
import type { Organisation } from '../../core/state';
import { dateBefore } from '../history/dateBefore';
import type { Seed } from '../Seed';
import type { SeedContext } from './SeedContext';

/** Look-ups of names and times for one seed. */
export function createContext(options: {
  sandbox: Sandbox;
  seed: Seed;
  organisation: Organisation;
  now: Date;
}): SeedContext {
  const { sandbox, now, organisation } = options;
  const teams = new Map<string, number>();
  const user = (login: string) => {
    const found = sandbox.state.users.first('login', login.toLowerCase());
    if (!found) throw new Error(`The seed names an unknown person: ${login}`);
    return found;
  };
  return {
    ...options,
    at: daysAgo => isoSeconds(dateBefore({ now, daysAgo })),
    user,
    teamId(slug) {
      if (teams.size === 0) {
        sandbox.state.teams
          .by('organisation', organisation.id)
          .forEach(team => teams.set(team.slug, team.id));
      }
      const id = teams.get(slug);
      if (id === undefined) {
        throw new Error(`The seed names an unknown team: ${slug}`);
      }
      return id;
    },
    signatureOf({ login, daysAgo }) {
      const { id, name, email } = user(login);
      return {
        name: name ?? login,
        email: email ?? `${id}+${login}@users.noreply.github.com`,
        date: dateBefore({ now, daysAgo }),
      };
    },
  };
}
