import { stringifyEntityRef } from '@backstage/catalog-model';
import type { DeferredEntity } from '@backstage/plugin-catalog-node';
import type { RepositorySource } from '../config/GithubSettings';
import { lowerKey } from '../store/lowerKey';
import type { OrganisationState } from '../store/OrganisationStore';
import { entitiesAdded } from './entitiesAdded';
import { entitiesGiven } from './entitiesGiven';
import { findStrays } from './findStrays';
import { holdPlan } from './holdPlan';
import type { MirrorContext } from './MirrorContext';

/**
 * Once for each provider, when all of its organisations have been read in full: tells the catalog that these are all of its entities. What
 * stock's provider of that name, or an earlier database, has left there goes. Only where something was found, and not where the guard holds
 * what would go; where the catalog does not say what it has, it waits for the next run.
 */
export async function makeExact(options: {
  context: MirrorContext;
  /** References of what may go, however much it is. */
  accepted?: Set<string>;
}): Promise<void> {
  const { context, accepted = new Set() } = options;
  const { store, settings, logger } = context;
  const states = await store.organisations.list();
  for (const source of settings.repositories) {
    const { providerName } = source;
    const organisations = organisationsOf({ source, states });
    const isRead =
      organisations.length > 0 && organisations.every(each => each.lastFullAt);
    if (!isRead || (await store.exactProviders.has(providerName))) {
      continue;
    }
    const isHeld = await Promise.all(
      organisations.map(async each => await store.plans.of(each)),
    );
    if (isHeld.some(Boolean)) {
      continue;
    }
    try {
      // What is known must not change until the catalog has all of it.
      await exclusivelyAll({
        ...{ context, organisations },
        work: async () =>
          makeOneExact({ context, accepted, source, states, organisations }),
      });
    } catch (error) {
      logger.warn(
        `What an earlier provider has left of ${providerName} stays in the catalog until the next run: ${error}`,
      );
    }
  }
}

async function makeOneExact(options: {
  context: MirrorContext;
  accepted: Set<string>;
  source: RepositorySource;
  states: OrganisationState[];
  organisations: OrganisationState[];
}) {
  const { context, accepted, source, states, organisations } = options;
  const { store, settings, link, now, logger } = context;
  const { host, providerName } = source;
  const entities: DeferredEntity[] = [];
  for (const { organisation: owner } of organisations) {
    const from = { context, host, owner, providerName };
    entities.push(...(await entitiesGiven(from)));
  }
  if (entities.length === 0) {
    return;
  }
  const { strays, of } = await findStrays({
    ...{ context, source },
    owners: organisations.map(({ organisation }) => organisation),
    read: [
      ...settings.repositories.flatMap(each => each.organization ?? []),
      ...states.map(({ organisation }) => organisation),
    ],
  });
  const { guard } = settings;
  const names = new Set(strays.map(({ name }) => name));
  const isMuch = names.size > guard.count && names.size > guard.share * of;
  if (isMuch && !strays.every(({ id }) => accepted.has(id))) {
    const [{ organisation }] = organisations;
    await holdPlan({
      ...{ context, host, organisation, of },
      removals: strays,
      shown: strays,
      reason: `the catalog has ${names.size} of ${of} repositories that an earlier provider of the name ${providerName} may have given, and the mirror has not found them`,
      credential: organisations[0].credential,
    });
    return;
  }
  const connection = await link.connectionOf({ providerName });
  await connection.applyMutation({ type: 'full', entities });
  // What another replica has added after these were read has gone with it.
  const known = new Set(
    entities.map(({ entity }) => stringifyEntityRef(entity)),
  );
  const added: DeferredEntity[] = [];
  for (const { organisation: owner } of organisations) {
    const from = { context, host, owner, providerName };
    added.push(...(await entitiesAdded({ ...from, known })));
  }
  if (added.length > 0) {
    await connection.applyMutation({ type: 'delta', added, removed: [] });
  }
  const at = now().toISOString();
  await store.exactProviders.add({ provider: providerName, at });
  logger.info(
    `The catalog has exactly the ${entities.length} entities of ${providerName}`,
  );
}

function organisationsOf(options: {
  source: RepositorySource;
  states: OrganisationState[];
}) {
  const { source, states } = options;
  return states.filter(
    state =>
      state.host === source.host &&
      (source.organization
        ? lowerKey(state.organisation) === lowerKey(source.organization)
        : state.app === source.app),
  );
}

/** One owner after the other, always in the same order, so that no two wait for each other. */
async function exclusivelyAll(options: {
  context: Pick<MirrorContext, 'exclusively'>;
  organisations: OrganisationState[];
  work: () => Promise<void>;
}): Promise<void> {
  const { context, organisations, work } = options;
  const [first, ...rest] = [...organisations].sort((a, b) =>
    lowerKey(a.organisation) < lowerKey(b.organisation) ? -1 : 1,
  );
  if (!first) {
    await work();
    return;
  }
  await context.exclusively(
    { host: first.host, owner: first.organisation },
    async () => exclusivelyAll({ context, organisations: rest, work }),
  );
}
