import type {
  AuditorService,
  AuthService,
  DiscoveryService,
  HttpAuthService,
  LoggerService,
  PermissionsService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EventsService } from '@backstage/plugin-events-node';
import type { GithubService } from '@callboard/plugin-github-node';
import type express from 'express';
import type { Knex } from 'knex';
import type { GithubSettings } from '../config/GithubSettings';
import type { WikiEvent } from '../events/reactions/Reaction';
import type { GithubRepositories } from '../github/GithubRepositories';
import { lowerKey } from '../store/lowerKey';
import type { MirrorView } from '../store/MirrorView';
import type { GithubMirror } from '../sync/GithubMirror';
import { processTimers, type Timers } from '../sync/Timers';
import { createWikiProposal } from './proposals/createWikiProposal';
import { createWikiRouter } from './proposals/createWikiRouter';
import { planWikiDocs } from './proposals/planWikiDocs';
import { unknownWikis } from './known/unknownWikis';
import type { WikiBook } from './known/WikiBook';
import type { WikiAddress } from './readWikiUrl';
import { lookAt } from './reader/lookAt';
import { createDocsSites } from './refresh/createDocsSites';
import { createWikiRefresher } from './refresh/createWikiRefresher';
import { dueWikis } from './refresh/dueWikis';

const TICK = { minutes: 10 };

/**
 * Keeps docs that are made of wikis up to date: at once when a webhook tells of a change, else by looking every `settings.wikis.everyMs`. Looks
 * once whether a wiki has pages that an inferred component could have for docs.
 */
export async function startWikis(options: {
  knex: Knex;
  settings: GithubSettings;
  mirror: Pick<GithubMirror, 'hint' | 'organisations'>;
  view: MirrorView;
  repositories: GithubRepositories;
  book: WikiBook;
  github: GithubService;
  catalog: CatalogService;
  auditor: AuditorService;
  auth: AuthService;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  config: RootConfigService;
  discovery: DiscoveryService;
  events: EventsService;
  scheduler: SchedulerService;
  logger: LoggerService;
  now: () => Date;
  timers?: Timers;
}): Promise<{
  /** Of `/wikis`. */
  router: express.Router;
  /** Resolves at once; the work goes on. */
  onWikiEvent(event: WikiEvent): Promise<void>;
  /** Looks at what is due. */
  tick(signal?: AbortSignal): Promise<void>;
  stop(): void;
}> {
  const { knex, settings, book, github, config, scheduler } = options;
  const isExternal =
    config.getOptionalString('techdocs.builder') === 'external';
  const { credentials } = github;
  const headOf = async (wiki: WikiAddress) =>
    (await lookAt({ wiki, credentials, pluginId: 'github' })).head;
  const isOurs = ({ host }: WikiAddress) =>
    credentials.hosts().some(known => lowerKey(known.host) === lowerKey(host));
  const refresher = createWikiRefresher({
    ...options,
    timers: options.timers ?? processTimers,
    ...(!isExternal && { sites: createDocsSites(options) }),
    headOf,
  });

  async function tick(signal?: AbortSignal): Promise<void> {
    const wikis = [
      ...(await unknownWikis(options)),
      ...(await dueWikis({
        ...options,
        ...settings.wikis,
        hasWebhooks: async ({ host, owner }) =>
          Boolean(
            await knex('github_deliveries')
              .where({ host, owner: lowerKey(owner), event: 'gollum' })
              .first('delivery_id'),
          ),
      })),
    ];
    await refresher.refreshAll({ wikis: wikis.filter(isOurs), signal });
  }

  await scheduler.scheduleTask({
    id: 'github-wikis',
    frequency: TICK,
    timeout: { hours: 1 },
    // The first run of the mirror goes first.
    initialDelay: { minutes: 1 },
    fn: async signal => tick(signal),
  });
  await scheduler.scheduleTask({
    id: 'github-wikis-known',
    // Each replica learns what another has found.
    scope: 'local',
    frequency: TICK,
    timeout: { minutes: 1 },
    fn: async () => book.load(),
  });
  const router = createWikiRouter({
    ...options,
    hosts: () => credentials.hosts(),
    isMirrored: options.view.isMirrored,
    plan: asked => planWikiDocs({ ...options, ...asked, headOf }),
    propose: createWikiProposal({
      ...options,
      portalUrl: config.getOptionalString('app.baseUrl'),
      portalTitle: config.getOptionalString('app.title') ?? 'Callboard',
      workDir: config.getOptionalString('backend.workingDirectory'),
    }),
  });
  return {
    router,
    tick,
    async onWikiEvent({ host, owner, name }) {
      void refresher.refresh({ host, owner, name });
    },
    stop: () => refresher.stop(),
  };
}
