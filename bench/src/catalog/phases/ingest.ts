import { BenchError } from '../../BenchError';
import { countRelations, RELATION_TYPES } from '../entities/countRelations';
import type { CatalogServer } from '../server/startCatalogServer';

const POLL_MS = 500;
/** Asking takes time from the one who is asked: at most a twentieth of it. */
const PAUSE_PER_QUESTION = 20;
const GIVE_UP_MS = 40 * 60_000;

/** Applies a full mutation. Resolves to the seconds until every entity is there with all its relations. */
export async function ingest(options: {
  server: CatalogServer;
  entities: number;
  say: (line: string) => void;
}): Promise<number> {
  const { server, entities, say } = options;
  const { startedAt, applied } = await server.apply({ entities });
  // A failure shows in the wait below, which it ends.
  let failure: unknown;
  applied.catch(error => {
    failure = error;
  });
  let saidAt = Date.now();
  for (;;) {
    if (failure) throw failure;
    const askedAt = Date.now();
    const total = await countEntities(server);
    if (total === entities && (await hasAllRelations({ server, entities }))) {
      await applied;
      return (Date.now() - startedAt) / 1000;
    }
    if (Date.now() - startedAt > GIVE_UP_MS) {
      throw new BenchError(
        `${server.name} has ${total} of ${entities} entities after 40 minutes`,
      );
    }
    if (Date.now() - saidAt > 30_000) {
      saidAt = Date.now();
      say(`${server.name}: ${total} of ${entities} entities`);
    }
    const tookMs = Date.now() - askedAt;
    const pauseMs = Math.max(POLL_MS, tookMs * PAUSE_PER_QUESTION);
    await new Promise(resolve => setTimeout(resolve, pauseMs));
  }
}

/** Applies the same full mutation again. Resolves to the seconds until that is through. */
export async function ingestAgain(options: {
  server: CatalogServer;
  entities: number;
}): Promise<number> {
  const { applied } = await options.server.apply(options);
  return (await applied) / 1000;
}

async function countEntities(server: CatalogServer): Promise<number> {
  const { body } = await server.target.ask({
    path: '/api/catalog/entities/by-query?limit=0',
  });
  return JSON.parse(body.toString()).totalItems;
}

async function hasAllRelations(options: {
  server: CatalogServer;
  entities: number;
}): Promise<boolean> {
  const { server, entities } = options;
  const facets = RELATION_TYPES.map(type => `facet=relations.${type}`);
  const { body } = await server.target.ask({
    path: `/api/catalog/entity-facets?${facets.join('&')}`,
  });
  const found: Record<string, { count: number }[]> = JSON.parse(
    body.toString(),
  ).facets;
  const all = Object.values(found)
    .flat()
    .reduce((sum, { count }) => sum + count, 0);
  return all === countRelations(entities).all;
}
