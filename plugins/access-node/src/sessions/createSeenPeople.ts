import type { SeenPeople, SeenPerson } from './SeenPeople';

export function createSeenPeople(
  options: { now?: () => Date } = {},
): SeenPeople {
  const { now = () => new Date() } = options;
  let seen = new Map<string, SeenPerson>();
  const add = (person: SeenPerson) => {
    const known = seen.get(person.userEntityRef);
    if (!known) {
      seen.set(person.userEntityRef, { ...person });
      return;
    }
    known.lastSeenAt = Math.max(known.lastSeenAt, person.lastSeenAt);
    known.lastIssuedAt = Math.max(known.lastIssuedAt, person.lastIssuedAt);
    known.expiresAt = Math.max(known.expiresAt, person.expiresAt);
  };
  return {
    record({ userEntityRef, issuedAt, expiresAt }) {
      add({
        userEntityRef,
        lastSeenAt: Math.floor(now().getTime() / 1000),
        lastIssuedAt: issuedAt,
        expiresAt,
      });
    },
    take() {
      const taken = [...seen.values()];
      seen = new Map();
      return taken;
    },
    putBack(people) {
      people.forEach(add);
    },
  };
}
