import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  DefaultAzureDevOpsCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { AzureDevOpsEntityProvider } from './AzureDevOpsEntityProvider';
import { readSources } from './readSources';

/** Adds one entity provider for each entry of `catalog.providers.azureDevOps`. */
export const catalogModuleAzureDevOps = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'azure-devops',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        catalog: catalogProcessingExtensionPoint,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init({ config, catalog, logger, scheduler }) {
        const integrations = ScmIntegrations.fromConfig(config);
        const credentials =
          DefaultAzureDevOpsCredentialsProvider.fromIntegrations(integrations);
        const sources = readSources({ config, integrations });

        catalog.addEntityProvider(
          sources.map(
            source =>
              new AzureDevOpsEntityProvider({
                source,
                credentials,
                logger,
                taskRunner: scheduler.createScheduledTaskRunner(
                  source.schedule,
                ),
              }),
          ),
        );
      },
    });
  },
});
