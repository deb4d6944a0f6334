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
  techdocsPublisherExtensionPoint,
  UrlPreparer,
} from '@backstage/plugin-techdocs-node';
import { MarkdownGenerator } from './MarkdownGenerator';
import { readEngine } from './config/readEngine';
import { FolderPreparer } from './prepare/FolderPreparer';
import { ReadmePreparer } from './prepare/readme/ReadmePreparer';
import { SingleFlightPreparer } from './prepare/SingleFlightPreparer';
import { SiteBuilds } from './prepare/SiteBuilds';
import { readPrebuild } from './prebuild/readPrebuild';
import { startPrebuild } from './prebuild/startPrebuild';
import { createPublisher } from './publish/createPublisher';
import { createRawFilesGuard } from './rawFiles/createRawFilesGuard';

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
        http: coreServices.httpRouter,
        lifecycle: coreServices.rootLifecycle,
        logger: coreServices.logger,
        preparers: techdocsPreparerExtensionPoint,
        publishers: techdocsPublisherExtensionPoint,
        reader: coreServices.urlReader,
      },
      async init({ generator, http, preparers, publishers, ...services }) {
        const { config, logger, reader } = services;
        // Modules come before their plugin, so that this stands in front of its routes.
        http.use(createRawFilesGuard());

        const builds = new SiteBuilds();
        const created = await createPublisher({ ...services, builds });
        if (created) {
          publishers.registerPublisher(created.type, created.publisher);
        }
        const folders = new FolderPreparer({
          stock: DirectoryPreparer.fromConfig(config, { logger, reader }),
        });
        const urls = new ReadmePreparer({
          stock: UrlPreparer.fromConfig({ logger, reader }),
          reader,
          workingDirectory: config.getOptionalString(
            'backend.workingDirectory',
          ),
        });
        for (const [protocol, inner] of [
          ['dir', folders],
          ['url', urls],
        ] as const) {
          preparers.registerPreparer(
            protocol,
            // Without an end there is nothing to wait for.
            created ? new SingleFlightPreparer({ inner, builds }) : inner,
          );
        }

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
