import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  catalogProcessingExtensionPoint,
  type EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { generateEntities } from '../entities/generateEntities';
import type { Report, Request } from './messages';

/** An entity provider that applies one full mutation of generated entities whenever the parent process asks for it. */
export const entityFeed = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'bench-feed',
  register(env) {
    env.registerInit({
      deps: {
        processing: catalogProcessingExtensionPoint,
        database: coreServices.database,
      },
      async init({ processing, database }) {
        const client = await database.getClient();
        processing.addEntityProvider({
          getProviderName: () => 'bench',
          async connect(connection) {
            process.on('message', (request: Request) => {
              const answer =
                request.type === 'apply'
                  ? apply(connection, request)
                  : client
                      .raw('SELECT total_changes() AS rows')
                      .then(([{ rows }]) =>
                        report({ type: 'written-rows', rows }),
                      );
              answer.catch(error =>
                report({ type: 'failed', message: String(error) }),
              );
            });
            report({ type: 'connected' });
          },
        });
      },
    });
  },
});

async function apply(
  connection: EntityProviderConnection,
  request: { entities: number; seed: number },
) {
  const { entities: count, seed } = request;
  const entities = [...generateEntities({ count, seed })].map(entity => ({
    entity,
    locationKey: 'bench',
  }));
  report({ type: 'applying', startedAt: Date.now() });
  const started = performance.now();
  await connection.applyMutation({ type: 'full', entities });
  report({ type: 'applied', ms: performance.now() - started });
}

function report(message: Report) {
  process.send?.(message);
}
