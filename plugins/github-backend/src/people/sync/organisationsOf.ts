import type { PeopleSource } from '../../config/GithubSettings';
import { lowerKey } from '../../store/lowerKey';
import { listOrganisations } from '../read/listOrganisations';
import type { PeopleParts } from './PeopleParts';
import { toHeld } from './toHeld';

/** The organisations of a source: those to read now, and all whose people it gives. */
export interface SourceOrganisations {
  read: string[];
  give: string[];
}

/**
 * Those that the configuration names, else those in which an App is installed. One in which no App is installed any more is not read, and
 * its people stay until an operator accepts that they go. Where the Apps' installations cannot be listed, those of last time are read.
 */
export async function organisationsOf(options: {
  parts: PeopleParts;
  source: PeopleSource;
}): Promise<SourceOrganisations> {
  const { parts, source } = options;
  const { store, logger, now } = parts;
  const { host, providerName: provider } = source;
  if (source.orgs?.length) return { read: source.orgs, give: source.orgs };

  const before = await store.given.organisations({ provider, host });
  const listed = await listOrganisations({ ...parts, host });
  if (listed.state !== 'listed') {
    logger.warn(`${provider}: ${listed.reason}`);
    for (const organisation of before) {
      const known = await store.known.organisation({ host, organisation });
      await store.known.note({
        ...{ host, organisation, login: known?.login ?? organisation },
        problem: { at: now().toISOString(), message: listed.reason },
      });
    }
    return { read: before, give: before };
  }
  const { organisations } = listed;
  const names = new Set(organisations.map(lowerKey));
  const missing = before.filter(organisation => !names.has(organisation));
  for (const organisation of missing) {
    const key = { host, organisation };
    const gone = await store.known.snapshot(key);
    const of = gone.people.length + gone.teams.length;
    const reason = `no App is installed in ${organisation} any more, so that its people cannot be read`;
    const held = toHeld({ ...key, gone, of, reason, isWhole: true, at: now() });
    const earlier = await store.held.of(key);
    if (earlier?.plan.id === held.plan.id) continue;
    await store.held.hold(held);
    logger.warn(`Removals of people are held, because ${reason}`);
  }
  return { read: organisations, give: [...organisations, ...missing] };
}
