import { setTimeout as pause } from 'node:timers/promises';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  catalogAnalysisExtensionPoint,
  catalogProcessingExtensionPoint,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { rootGithubServiceRef } from '@callboard/plugin-github-node';
import { readGithubSettings } from '../config/readGithubSettings';
import { createGithubRepositories } from '../github/createGithubRepositories';
import { GithubAnalyzer } from './analysis/GithubAnalyzer';
import { catalogLinkRef } from './catalogLinkRef';
import { createEnterpriseFacts } from './enterprise/createEnterpriseFacts';
import { EnterpriseAnnotations } from './enterprise/EnterpriseAnnotations';
import { LinkedProvider } from './LinkedProvider';
import { createLookUp } from './reading/createLookUp';
import { MirrorReader } from './reading/MirrorReader';
import { ReadmeDocs } from './readmeDocs/ReadmeDocs';
import { waitForView } from './reading/waitForView';

/** How long a start may wait for the mirror's database. Without it, or later than that, GitHub is read as stock reads it. */
const PATIENCE_MS = 10_000;

/** What the catalog has of the mirror: providers under stock's names, and who reads locations at GitHub. */
export const githubCatalogModule = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'github-mirror',
  register(env) {
    env.registerInit({
      deps: {
        analysis: catalogAnalysisExtensionPoint,
        processing: catalogProcessingExtensionPoint,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        github: rootGithubServiceRef,
        link: catalogLinkRef,
        logger: coreServices.logger,
      },
      async init({
        analysis,
        processing,
        auth,
        catalog,
        config,
        github,
        link,
        logger,
      }) {
        const settings = readGithubSettings({
          config,
          hosts: github.credentials.hosts(),
        });
        const hosts = () => github.credentials.hosts().map(({ host }) => host);
        const service = github.forPlugin('catalog');
        const now = () => new Date();
        const repositories = createGithubRepositories({
          github: service,
          logger,
          random: Math.random,
          now,
        });
        const view = waitForView({ link, pause, patienceMs: PATIENCE_MS });

        processing.addEntityProvider(
          [...settings.repositories, ...settings.people].map(
            ({ providerName }) => new LinkedProvider({ providerName, link }),
          ),
        );
        processing.addProcessor(
          new MirrorReader({
            view,
            lookUp: createLookUp({ repositories, settings, now }),
            hosts,
            settings,
          }),
        );
        if (settings.enterpriseAnnotations) {
          const factsOf = createEnterpriseFacts({
            github: service,
            now,
          });
          processing.addProcessor(
            new EnterpriseAnnotations({ hosts, factsOf }),
          );
        }
        if (settings.readmeDocs) {
          processing.addProcessor(new ReadmeDocs({ view, hosts }));
        }
        analysis.addScmLocationAnalyzer(
          new GithubAnalyzer({
            github: service,
            catalog,
            auth,
            view,
          }),
        );
      },
    });
  },
});
