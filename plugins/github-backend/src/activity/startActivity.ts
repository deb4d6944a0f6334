import type {
  AuthService,
  DiscoveryService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { GithubService } from '@callboard/plugin-github-node';
import type express from 'express';
import Router from 'express-promise-router';
import type { Knex } from 'knex';
import type { ActivitySettings } from '../config/GithubSettings';
import type { RepairOptions } from '../events/missed/repairMissed';
import type { ActivityEvent } from '../events/createEventHandler';
import type { ActivityParts } from './ActivityParts';
import { createAnswers } from './answers/createAnswers';
import { createAsker } from './answers/createAsker';
import { createHeard } from './answers/createHeard';
import { createSubscribed } from './answers/createSubscribed';
import { createActingRouter } from './builds/createActingRouter';
import { createBuildsRouter } from './builds/createBuildsRouter';
import { createActivityHandler } from './events/createActivityHandler';
import { createFactsRouter } from './http/createFactsRouter';
import { createStationsRouter } from './stations/createStationsRouter';
import { createAnswerStore } from './store/createAnswerStore';
import { createLogStore } from './store/createLogStore';

const DEFAULTS: ActivitySettings = {
  enabled: true,
  trusted: [],
  cacheMegabytes: 256,
};

/**
 * Builds, pull requests, insights and alerts of the repositories of entities, and what a group and a person have of them. The database has
 * `activityMigration` and `deliveriesMigration`. Undefined where it is switched off.
 */
export async function startActivity(
  options: Pick<
    ActivityParts,
    | 'auditor'
    | 'catalog'
    | 'github'
    | 'httpAuth'
    | 'now'
    | 'owners'
    | 'permissions'
    | 'view'
  > & {
    knex: Knex;
    github: GithubService;
    settings?: ActivitySettings;
    auth: AuthService;
    discovery: DiscoveryService;
    scheduler: SchedulerService;
  },
): Promise<
  | {
      router: express.Router;
      onActivityEvent(event: ActivityEvent): Promise<void>;
      onLost: NonNullable<RepairOptions['onLost']>;
    }
  | undefined
> {
  const { settings = DEFAULTS, scheduler, owners } = options;
  if (!settings.enabled) return undefined;
  const store = createAnswerStore(options);
  const heard = createHeard(options);
  const parts = {
    ...options,
    ...{ store, heard, trusted: settings.trusted },
    logs: createLogStore(options),
    ask: createAsker(options),
    answers: createAnswers({
      ...{ ...options, store, heard },
      subscribed: createSubscribed(options),
    }),
  };
  const router = Router();
  router.use(['/entities', '/groups', '/mine'], (_request, response, next) => {
    // What one person sees another may not; and an ETag saves the way.
    response.set('cache-control', 'private, no-cache');
    next();
  });
  router.use(createBuildsRouter(parts));
  router.use(createActingRouter(parts));
  router.use(createFactsRouter(parts));
  router.use(createStationsRouter(parts));
  await scheduler.scheduleTask({
    id: 'github-activity-forget-old',
    scope: 'global',
    frequency: { hours: 6 },
    timeout: { minutes: 10 },
    fn: () =>
      store.forgetOld({ mostBytes: settings.cacheMegabytes * 1024 * 1024 }),
  });
  const { onActivityEvent, onLost } = createActivityHandler(parts);
  return {
    router,
    onActivityEvent,
    async onLost(which) {
      const mirrored = await owners();
      await onLost({
        ...which,
        owners: mirrored
          .filter(({ host }) => host === which.host)
          .map(({ organisation }) => organisation),
      });
    },
  };
}
