import { randomUUID } from 'node:crypto';
import type {
  AuditorService,
  AuthService,
  HttpAuthService,
  LifecycleService,
  LoggerService,
  PermissionsService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { GithubService } from '@callboard/plugin-github-node';
import type express from 'express';
import type { Knex } from 'knex';
import type { GithubSettings } from '../config/GithubSettings';
import type { GithubRepositories } from '../github/GithubRepositories';
import type { MirrorView } from '../store/MirrorView';
import type { People } from '../people/People';
import type { WikiBook } from '../wikis/known/WikiBook';
import { withPages } from '../wikis/known/withKnownWikis';
import { createProposal } from './apply/createProposal';
import { createRegister } from './apply/createRegister';
import { createImportRouter } from './createImportRouter';
import { createImports } from './createImports';
import { createImportWork } from './createImportWork';
import { createInfer } from './plan/createInfer';
import type { Infer, TeamsOf } from './plan/Inference';
import { inferredRefs } from './plan/inferredRefs';
import { planImport } from './plan/planImport';
import { takenRefs } from './plan/takenRefs';
import { createImportStore } from './store/createImportStore';

const TICK_SECONDS = 15;

/**
 * Imports, wired: the router of `/imports`, and a task that goes on with what waits for a limit or was left by a process that is lost. The
 * database has the tables of `importMigration`.
 */
export async function startImports(options: {
  knex: Knex;
  settings: GithubSettings;
  view: MirrorView;
  repositories: GithubRepositories;
  github: GithubService;
  /** Which wikis have pages that can be docs. */
  book: Pick<WikiBook, 'find'>;
  /** For owners. */
  people?: Pick<People, 'teamsOf' | 'ownersVersion' | 'lacks'>;
  catalog: CatalogService;
  config: RootConfigService;
  auditor: AuditorService;
  auth: AuthService;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  scheduler: SchedulerService;
  lifecycle: LifecycleService;
  logger: LoggerService;
  now: () => Date;
}): Promise<{ router: express.Router }> {
  const { knex, now, settings, view, github, config, scheduler, people, book } =
    options;
  const store = createImportStore({ knex, now });
  const inferAs = createInfer({ settings, lacks: people?.lacks });
  const infer: Infer = asked =>
    inferAs({ ...asked, repository: withPages({ ...asked, book }) });
  const teamsOf: TeamsOf | undefined =
    people &&
    (async which => {
      await people.ownersVersion(which);
      return people.teamsOf(which);
    });
  const work = createImportWork({
    ...options,
    store,
    owner: randomUUID(),
    plan: async ({ run, onProgress }) => {
      const { host, organisation } = run;
      return planImport({
        ...{ host, organisation, settings, view, infer, teamsOf, onProgress },
        github: options.repositories,
        inferredRefs: () => inferredRefs({ ...options, host }),
        takenRefs: refs => takenRefs({ ...options, refs }),
      });
    },
    apply: {
      register: createRegister({ ...options, view: () => view }),
      'pull-request': createProposal({
        ...{ github, settings },
        portalUrl: config.getOptionalString('app.baseUrl'),
        portalTitle: config.getOptionalString('app.title') ?? 'Callboard',
      }),
    },
  });
  await scheduler.scheduleTask({
    id: 'imports',
    frequency: { seconds: TICK_SECONDS },
    timeout: { minutes: 1 },
    // Each replica looks; the leases in the database decide who goes on.
    scope: 'local',
    fn: () => work.tick(),
  });
  options.lifecycle.addShutdownHook(() => work.close());
  const imports = createImports({
    ...{ store, work },
    hosts: () => github.credentials.hosts(),
    isMirrored: view.isMirrored,
  });
  return { router: createImportRouter({ ...options, imports }) };
}
