import type { SeenPeople, SeenPerson } from './SeenPeople';

export function createSeenPeople(
  options: { now?: () => Date } = {},
): SeenPeople {
  const { now = () => new Date() } = options;
  let seen = new Map<string, SeenPerson>();
  return {
    record({ userEntityRef, issuedAt, expiresAt }) {
      const lastSeenAt = Math.floor(now().getTime() / 1000);
      const known = seen.get(userEntityRef);
      if (!known) {
        seen.set(userEntityRef, {
          userEntityRef,
          lastSeenAt,
          lastIssuedAt: issuedAt,
          expiresAt,
        });
        return;
      }
      known.lastSeenAt = lastSeenAt;
      known.lastIssuedAt = Math.max(known.lastIssuedAt, issuedAt);
      known.expiresAt = Math.max(known.expiresAt, expiresAt);
    },
    take() {
      const taken = [...seen.values()];
      seen = new Map();
      return taken;
    },
  };
}
