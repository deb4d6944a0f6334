import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { pause, type RunningServer } from '../../servers/startServer';

const POLL_MS = 500;
const QUIET_MS = 5_000;
const TIMEOUT_MS = 120_000;

/** What a catalog has, without what is its own. */
export interface CatalogContent {
  /** By reference. */
  entities: Record<string, Entity>;
  /** What went wrong with which entity, sorted. */
  errors: string[];
}

/** Waits until nothing happens any more, and reads everything. */
export async function readCatalog(
  server: RunningServer,
): Promise<CatalogContent> {
  const deadline = Date.now() + TIMEOUT_MS;
  let last = '';
  let since = Date.now();
  for (;;) {
    const entities = await listEntities(server);
    const state = JSON.stringify([entities, server.errors.length]);
    if (state !== last) {
      last = state;
      since = Date.now();
    } else if (entities.length > 0 && Date.now() - since > QUIET_MS) {
      return {
        entities: Object.fromEntries(
          entities.map(entity => [stringifyEntityRef(entity), plain(entity)]),
        ),
        errors: [
          ...new Set(
            server.errors.flatMap(({ entity, errors }) =>
              errors.map(({ message }) => `${entity}: ${message}`),
            ),
          ),
        ].sort(),
      };
    }
    if (Date.now() > deadline) {
      throw new Error(
        `The ${
          server.kind
        } catalog did not settle. The end of its log:\n${server
          .log()
          .split('\n')
          .filter(line => !line.includes('incomingRequest'))
          .join('\n')
          .slice(-3000)}`,
      );
    }
    await pause(POLL_MS);
  }
}

async function listEntities(server: RunningServer): Promise<Entity[]> {
  const answer = await server.fetch('/api/catalog/entities');
  if (!answer.ok) {
    throw new Error(`${answer.status} ${await answer.text()}`);
  }
  const entities: Entity[] = await answer.json();
  return entities.sort((a, b) =>
    stringifyEntityRef(a) < stringifyEntityRef(b) ? -1 : 1,
  );
}

/** Ids, versions and what the mirror adds differ; the order of relations means nothing. */
function plain(entity: Entity): Entity {
  const { uid: _uid, etag: _etag, annotations, ...metadata } = entity.metadata;
  return {
    ...entity,
    metadata: {
      ...metadata,
      annotations: Object.fromEntries(
        Object.entries(annotations ?? {}).filter(
          ([key]) => !key.startsWith('callboard/'),
        ),
      ),
    },
    relations: [...(entity.relations ?? [])].sort((a, b) =>
      `${a.type} ${a.targetRef}` < `${b.type} ${b.targetRef}` ? -1 : 1,
    ),
  };
}
