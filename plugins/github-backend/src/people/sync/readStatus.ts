import { lowerKey } from '../../store/lowerKey';
import type { PeopleStatus } from '../People';
import type { PeopleParts } from './PeopleParts';

/** How the people of each organisation are doing that a source reads, also of those that could never be read. */
export async function readStatus(options: {
  parts: PeopleParts;
}): Promise<PeopleStatus[]> {
  const { settings, store } = options.parts;
  const found = new Map<string, PeopleStatus>();
  for (const source of settings.people) {
    const { host, providerName: provider } = source;
    const organisations = [
      ...(source.orgs ?? []),
      ...(await store.given.organisations({ provider, host })),
    ];
    for (const organisation of organisations) {
      const id = `${host}/${lowerKey(organisation)}`;
      if (found.has(id)) continue;
      const key = { host, organisation };
      const known = await store.known.organisation(key);
      const held = await store.held.of(key);
      found.set(id, {
        host,
        organisation: known?.login ?? organisation,
        ...(known?.readAt && { lastPeopleAt: known.readAt.toISOString() }),
        ...(known?.problem && { problem: known.problem }),
        ...(held && { held: held.plan }),
      });
    }
  }
  return [...found.values()];
}
