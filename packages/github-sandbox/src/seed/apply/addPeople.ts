import { isoSeconds } from '../../core/isoSeconds';
import { newUser } from '../../core/records/newUser';
import type { Sandbox } from '../../core/Sandbox';
import { BOTS } from '../bots';
import { dateBefore } from '../history/dateBefore';
import { peopleOf } from '../peopleOf';
import type { Seed } from '../Seed';

const USUAL_AGE_DAYS = 1500;

/** Adds the people of a seed, and GitHub's bots. Who is there already stays as they are. */
export function addPeople(options: {
  sandbox: Sandbox;
  seed: Seed;
  now: Date;
}): void {
  const { sandbox, seed, now } = options;
  const isNew = ({ login }: { login: string }) =>
    !sandbox.state.users.first('login', login.toLowerCase());
  for (const person of peopleOf({ seed }).filter(isNew)) {
    const daysAgo = person.createdDaysAgo ?? USUAL_AGE_DAYS;
    const createdAt = isoSeconds(dateBefore({ now, daysAgo }));
    newUser({
      sandbox,
      login: person.login,
      values: {
        name: person.name ?? null,
        email: person.email ?? null,
        bio: person.bio ?? null,
        location: person.location ?? null,
        blog: person.website ?? null,
        createdAt,
        updatedAt: createdAt,
      },
    });
  }
  for (const [login, number] of Object.entries(BOTS)) {
    const email = `${number}+${login}@users.noreply.github.com`;
    if (isNew({ login })) {
      newUser({ sandbox, login, values: { type: 'Bot', email } });
    }
  }
}
