import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import {
  DirectoryPreparer,
  techdocsGeneratorExtensionPoint,
  techdocsPreparerExtensionPoint,
} from '@backstage/plugin-techdocs-node';
import { MarkdownGenerator } from './MarkdownGenerator';
import { readEngine } from './config/readEngine';
import { FolderPreparer } from './prepare/FolderPreparer';
import { readPrebuild } from './prebuild/readPrebuild';
import { startPrebuild } from './prebuild/startPrebuild';

/**
 * Builds TechDocs sites from Markdown in the backend itself. With
 * `techdocs.generator.engine: mkdocs` stock TechDocs builds them. With `techdocs.generator.prebuild`, whichever it
 * is does so ahead of the first visit.
 */
export const techdocsModuleMarkdown = createBackendModule({
  pluginId: 'techdocs',
  moduleId: 'markdown',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        generator: techdocsGeneratorExtensionPoint,
        lifecycle: coreServices.rootLifecycle,
        logger: coreServices.logger,
        preparers: techdocsPreparerExtensionPoint,
        reader: coreServices.urlReader,
      },
      async init({ generator, preparers, reader, ...services }) {
        const { config, logger } = services;
        preparers.registerPreparer(
          'dir',
          new FolderPreparer({
            stock: DirectoryPreparer.fromConfig(config, { logger, reader }),
          }),
        );
        if (readEngine({ config }) === 'markdown') {
          generator.setTechdocsGenerator(
            MarkdownGenerator.fromConfig(config, { logger }),
          );
        }
        if (readPrebuild({ config, logger })) {
          startPrebuild(services);
        }
      },
    });
  },
});
