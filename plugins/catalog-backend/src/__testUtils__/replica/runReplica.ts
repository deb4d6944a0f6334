import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { catalogPlugin } from '../../plugin';

/** What the parent process asks for. */
export type ReplicaRequest = {
  id: number;
  /** The mutation to apply. */
  mutation: object;
};

/** That a mutation was acknowledged, or failed. */
export type ReplicaAnswer = { id: number; error?: string };

/** A backend process with a catalog. Its configuration, as JSON, is the first argument. */
function runReplica() {
  const backend = createBackend();
  backend.add(
    createServiceFactory({
      service: coreServices.rootConfig,
      deps: {},
      factory: () => new ConfigReader(JSON.parse(process.argv[2])),
    }),
  );
  backend.add(catalogPlugin);
  backend.add(
    createBackendModule({
      pluginId: 'catalog',
      moduleId: 'replica-of-a-test',
      register: env =>
        env.registerInit({
          deps: { processing: catalogProcessingExtensionPoint },
          init: async ({ processing }) =>
            processing.addEntityProvider({
              getProviderName: () => 'test',
              async connect(connection) {
                process.on('message', async (request: ReplicaRequest) => {
                  const answer: ReplicaAnswer = { id: request.id };
                  await connection
                    .applyMutation(request.mutation as any)
                    .catch(error => {
                      answer.error = String(error);
                    });
                  process.send!(answer);
                });
                process.send!({ id: 0 } satisfies ReplicaAnswer);
              },
            }),
        }),
    }),
  );
  return backend.start();
}

runReplica();
