import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { githubServiceRef } from '@callboard/plugin-github-node';
import { scaffolderServiceRef } from '@backstage/plugin-scaffolder-node';
import { scaffolderTaskBrokerExtensionPoint } from '@backstage/plugin-scaffolder-node/alpha';
import { createTemplateProblems } from './answers/createTemplateProblems';
import { registerAnswers } from './answers/registerAnswers';
import { createTaskBroker } from './broker/createTaskBroker';
import { readRunSettings } from './broker/readRunSettings';
import { createSealer } from './keys/createSealer';
import { readSealKey } from './keys/readSealKey';
import { createTemplateSecrets } from './secrets/createTemplateSecrets';
import { openRunDatabase } from './store/openRunDatabase';
import { guardRenderer } from './templating/guardRenderer';

/** How long a step may go on when the portal stops, before its run is given back. */
const GRACE_MS = 5_000;

/** Runs of templates that are never lost, never run twice, and never show a secret. A backend without it goes on with the same database. */
export const runsModule = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'runs',
  register({ registerInit }) {
    registerInit({
      deps: {
        taskBroker: scaffolderTaskBrokerExtensionPoint,
        logger: coreServices.logger,
        config: coreServices.rootConfig,
        database: coreServices.database,
        auth: coreServices.auth,
        auditor: coreServices.auditor,
        httpRouter: coreServices.httpRouter,
        httpAuth: coreServices.httpAuth,
        permissions: coreServices.permissions,
        userInfo: coreServices.userInfo,
        lifecycle: coreServices.lifecycle,
        scheduler: coreServices.scheduler,
        catalog: catalogServiceRef,
        events: eventsServiceRef,
        scaffolder: scaffolderServiceRef,
        github: githubServiceRef,
      },
      async init(deps) {
        const { logger, config, auth, auditor, catalog, events } = deps;
        const settings = readRunSettings({ config });
        const templateSecrets = createTemplateSecrets({ catalog, auth });
        const broker = createTaskBroker({
          knex: await openRunDatabase({ database: deps.database }),
          sealer: createSealer({ key: readSealKey({ config, logger }) }),
          ...{ settings, logger, auth, auditor, events, templateSecrets },
        });
        guardRenderer();
        await broker.start();
        deps.lifecycle.addShutdownHook(() =>
          broker.stop({ graceMs: GRACE_MS }),
        );
        await deps.scheduler.scheduleTask({
          id: 'close_stale_tasks',
          frequency: settings.janitorFrequency,
          timeout: { minutes: 15 },
          fn: () => broker.closeStaleRuns(),
        });
        await deps.scheduler.scheduleTask({
          id: 'drop_old_runs',
          frequency: { hours: 1 },
          initialDelay: { minutes: 5 },
          timeout: { minutes: 15 },
          fn: async () => {
            const dropped = await broker.dropOldRuns();
            if (dropped > 0) logger.info(`Dropped what ${dropped} runs kept`);
          },
        });
        deps.taskBroker.setTaskBroker(broker);
        registerAnswers({
          httpRouter: deps.httpRouter,
          httpAuth: deps.httpAuth,
          permissions: deps.permissions,
          config,
          github: deps.github,
          templateSecrets,
          templateProblems: createTemplateProblems(deps),
          findRun: ({ taskId }) => broker.describe({ taskId }),
        });
      },
    });
  },
});
