import { stringifyEntityRef } from '@backstage/catalog-model';
import type { PeopleSource } from '../../config/GithubSettings';
import { hashOf } from '../../store/hashOf';
import { buildEntities } from '../entities/buildEntities';
import { createTransformCache } from '../entities/createTransformCache';
import type { TransformContext } from '../transforms/PeopleTransforms';
import type { PeopleParts } from './PeopleParts';

/** Gives the catalog what is known. */
export interface Publisher {
  /** After the calls for the same source before it. `isScheduled`: transformers are asked about everybody anew. */
  publish(options: {
    source: PeopleSource;
    isScheduled?: boolean;
  }): Promise<void>;
}

/**
 * Gives the catalog only what differs from what it was given before. The first time in a process it is given everything, in case it has
 * lost something meanwhile, but only where all organisations have been read completely once.
 */
export function createPublisher(options: { parts: PeopleParts }): Publisher {
  const { parts } = options;
  const { store, link, logger } = parts;
  const begun = new Set<string>();
  const queues = new Map<string, Promise<void>>();
  const caches = new Map<string, ReturnType<typeof createTransformCache>>();

  async function publish(source: PeopleSource, isScheduled: boolean) {
    const { id, host, providerName: provider } = source;
    const locationKey = `github-multi-org-provider:${id}`;
    const connection = await link.connectionOf({ providerName: provider });
    const cache = caches.get(provider) ?? createTransformCache();
    caches.set(provider, cache);
    if (isScheduled) cache.clear();

    const logins = await store.given.organisations({ provider, host });
    const organisations = [];
    let isKnown = logins.length > 0;
    for (const organisation of logins) {
      const key = { host, organisation };
      const known = await store.known.organisation(key);
      isKnown &&= known?.readAt !== undefined;
      organisations.push({
        snapshot: await store.known.snapshot(key),
        context: await contextOf({
          ...{ parts, host },
          login: known?.login ?? organisation,
        }),
      });
    }
    const { transforms } = parts;
    const entities = await buildEntities({
      ...{ source, organisations, transforms, cache },
    });
    const byRef = new Map(
      entities.map(entity => [stringifyEntityRef(entity), entity]),
    );
    const hashes = new Map(
      [...byRef].map(([ref, entity]) => [ref, hashOf(entity)]),
    );
    const deferred = (refs: Iterable<string>) =>
      [...refs].map(ref => ({ entity: byRef.get(ref)!, locationKey }));

    if (!begun.has(provider) && isKnown && byRef.size > 0) {
      await connection.applyMutation({
        type: 'full',
        entities: deferred(byRef.keys()),
      });
      const drop: string[] = [];
      await store.given.record({ provider, put: hashes, drop, exact: true });
      begun.add(provider);
      logger.info(`Gave the catalog ${byRef.size} users and groups of ${id}`);
      return;
    }
    const given = await store.given.given({ provider });
    const put = new Map(
      [...hashes].filter(([ref, hash]) => given.get(ref) !== hash),
    );
    const drop = [...given.keys()].filter(ref => !hashes.has(ref));
    if (put.size === 0 && drop.length === 0) return;
    await connection.applyMutation({
      type: 'delta',
      added: deferred(put.keys()),
      removed: drop.map(entityRef => ({ entityRef, locationKey })),
    });
    await store.given.record({ provider, put, drop });
    logger.info(
      `Gave the catalog ${put.size} new or changed users and groups of ${id}, and took ${drop.length} away`,
    );
  }

  return {
    async publish({ source, isScheduled = false }) {
      const { providerName } = source;
      const before = queues.get(providerName) ?? Promise.resolve();
      const turn = before.then(() => publish(source, isScheduled));
      queues.set(
        providerName,
        turn.catch(() => {}),
      );
      await turn;
    },
  };
}

async function contextOf(options: {
  parts: PeopleParts;
  host: string;
  login: string;
}): Promise<TransformContext> {
  const { parts, host, login } = options;
  const known = parts.github.credentials
    .hosts()
    .find(candidate => candidate.host === host);
  const url = `${known?.webUrl ?? `https://${host}`}/${login}`;
  const octokit = await parts.github.client({ url, priority: 'background' });
  return { client: octokit.graphql, query: '', org: login };
}
