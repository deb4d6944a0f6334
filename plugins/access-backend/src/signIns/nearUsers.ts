import type { NearbyUser, SignInPerson } from '@callboard/plugin-access-common';
import { distance } from 'fastest-levenshtein';

const MOST = 5;
const MOST_EDITS = 2;
/** Of shorter names nearly every other one is two letters away. */
const SHORTEST = 4;

export interface CatalogUser {
  userEntityRef: string;
  name: string;
  displayName?: string;
  email?: string;
}

/** Users that may be the person who was not found, the nearest first, at most five. */
export function nearUsers(options: {
  person: SignInPerson;
  users: CatalogUser[];
}): NearbyUser[] {
  const { person, users } = options;
  return users
    .flatMap(user => {
      const [best] = reasons({ person, user });
      return best ? [{ user, ...best }] : [];
    })
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST)
    .map(({ user: { userEntityRef, displayName }, because }) => ({
      userEntityRef,
      displayName,
      because,
    }));
}

/** The best first. */
function reasons(options: {
  person: SignInPerson;
  user: CatalogUser;
}): { rank: number; because: string }[] {
  const { person, user } = options;
  const name = person.userName?.toLowerCase();
  const email = person.email?.toLowerCase();
  const local = localPart(email);
  const hasName = user.name.toLowerCase();
  const hasEmail = user.email?.toLowerCase();
  const edits = Math.min(
    ...[name, local].map(one =>
      one && Math.min(one.length, hasName.length) >= SHORTEST
        ? distance(one, hasName)
        : Infinity,
    ),
  );
  const found: [boolean, string][] = [
    [Boolean(email) && email === hasEmail, 'the same e-mail address'],
    [name === hasName, 'the same name'],
    [
      Boolean(local) && local === localPart(hasEmail),
      'the same e-mail address before the @',
    ],
    [local === hasName, 'the name is the e-mail address before the @'],
    [edits <= MOST_EDITS, 'almost the same name'],
    [
      Boolean(person.displayName) &&
        person.displayName?.toLowerCase() === user.displayName?.toLowerCase(),
      'the same display name',
    ],
  ];
  return found.flatMap(([isIt, because], rank) =>
    isIt ? [{ rank, because }] : [],
  );
}

function localPart(email: string | undefined): string | undefined {
  return email?.split('@')[0].replace(/\+.*$/, '');
}
