import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogScmEventsServiceRef } from '@backstage/plugin-catalog-node/alpha';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { connectionsPermissions } from '@callboard/plugin-connections-common';
import { githubActivityPermissions } from '@callboard/plugin-github-common';
import {
  createPersonVerifier,
  rootGithubServiceRef,
  runInScope,
} from '@callboard/plugin-github-node';
import { startActivity } from './activity/startActivity';
import { catalogLinkRef } from './catalog/catalogLinkRef';
import { readGithubSettings } from './config/readGithubSettings';
import { deliveryLinkRef } from './events/deliveryLinkRef';
import { forgetApp } from './events/forgetApp';
import { subscribeToGithub } from './events/subscribeToGithub';
import { watchMissedDeliveries } from './events/watchMissedDeliveries';
import { createStatusRouter } from './freshness/createStatusRouter';
import type { MirrorMetrics } from './freshness/observeMirror';
import { startFreshness } from './freshness/startFreshness';
import { createHintsRouter } from './hints/createHintsRouter';
import { startImports } from './import/startImports';
import { peopleTransformsRef } from './people/transforms/peopleTransformsRef';
import { startMirror } from './startMirror';
import { openDatabase } from './store/openDatabase';
import { startWikis } from './wikis/startWikis';

/** Mirrors GitHub into the catalog and serves `/api/github`. */
export const githubPlugin = createBackendPlugin({
  pluginId: 'github',
  register(env) {
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        deliveryLink: deliveryLinkRef,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        link: catalogLinkRef,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        root: rootGithubServiceRef,
        scheduler: coreServices.scheduler,
        scmEvents: catalogScmEventsServiceRef,
        transforms: peopleTransformsRef,
      },
      async init(services) {
        const { auth, config, httpRouter, lifecycle, logger, root } = services;
        const now = () => new Date();
        const hosts = root.credentials.hosts();
        const settings = readGithubSettings({ config, hosts });
        const knex = await openDatabase(services);
        services.permissionsRegistry.addPermissions([
          ...connectionsPermissions,
          ...githubActivityPermissions,
        ]);
        root.verifyPersonsWith(createPersonVerifier({ auth }));

        const freshness: { metrics?: MirrorMetrics } = {};
        const started = await startMirror({
          ...services,
          ...{ knex, settings, now, github: root },
          onLag: lag => freshness.metrics?.lag(lag),
        });
        const { mirror, people, ledger, view } = started;
        // As the scheduler would have it run, so that its requests are this plugin's in the trace.
        await runInScope(
          { pluginId: 'github', person: undefined, priority: 'background' },
          async () => mirror.beginFirst(),
        );
        const parts = { ...services, ...started, knex, settings, now };
        const mirrored = [
          ...new Set(settings.repositories.map(({ host }) => host)),
        ];

        const imports = await startImports(parts);
        httpRouter.use(createStatusRouter({ ...parts, ...settings.freshness }));
        httpRouter.use(imports.router);
        httpRouter.use(
          createHintsRouter({
            ...{ mirror, view, logger, now },
            hosts: mirrored,
            secrets: () => settings.hintSecrets,
          }),
        );
        httpRouter.addAuthPolicy({
          path: '/hints',
          allow: 'unauthenticated',
        });

        const wikis = await startWikis(parts);
        httpRouter.use(wikis.router);
        const activity = await startActivity({
          ...parts,
          settings: settings.activity,
          owners: () => mirror.organisations(),
        });
        if (activity) httpRouter.use(activity.router);
        const { handle } = await subscribeToGithub({
          ...parts,
          hostOf: url => root.credentials.hostOf(url)?.host,
          forgetApp: app =>
            forgetApp({ ...app, credentials: root.credentials }),
          onPeopleEvent: async event => people.onEvent(event),
          onWikiEvent: wikis.onWikiEvent,
          onActivityEvent: activity?.onActivityEvent,
        });
        await watchMissedDeliveries({
          ...parts,
          ...{ handle, ledger, github: root, hosts: mirrored },
          onLost: activity?.onLost,
          ...settings.missedDeliveries,
        });
        await mirror.start();
        freshness.metrics = await startFreshness({
          ...parts,
          ...settings.freshness,
        });
        lifecycle.addShutdownHook(() => {
          mirror.stop();
          wikis.stop();
          freshness.metrics?.stop();
        });
      },
    });
  },
});
