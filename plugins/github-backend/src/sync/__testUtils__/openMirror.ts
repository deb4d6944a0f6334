import type { SchedulerServiceTaskInvocationDefinition } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import { ConfigReader } from '@backstage/config';
import { mockServices } from '@backstage/backend-test-utils';
import createKnex, { type Knex } from 'knex';
import { entitiesOf } from '../../catalog/entities/entitiesOf';
import { readGithubSettings } from '../../config/readGithubSettings';
import type { Reading } from '../../github/__testUtils__/startReading';
import type { GithubRepositories } from '../../github/GithubRepositories';
import { createMirrorStore } from '../../store/createMirrorStore';
import { migrationSource } from '../../store/migrations';
import { openWikiBook } from '../../wikis/known/openWikiBook';
import { entitiesWithWikis } from '../../wikis/known/withKnownWikis';
import { createGithubMirror } from '../createGithubMirror';
import { recordCatalog } from './recordCatalog';

/** An empty SQLite database in memory, with the plugin's tables. */
export async function openSqlite(): Promise<Knex> {
  const knex = createKnex({
    client: 'better-sqlite3',
    connection: ':memory:',
    useNullAsDefault: true,
    pool: { min: 1, max: 1 },
  });
  await knex.migrate.latest({ migrationSource });
  return knex;
}

export type OpenMirror = Awaited<ReturnType<typeof openMirror>>;

/**
 * A mirror of the sandbox's `acme`, with a catalog that remembers what it was told. Nothing runs by itself: tasks are started by `run`, and
 * what waits is started by `wake`.
 */
export async function openMirror(options: {
  reading: Reading;
  /** @defaultValue one in memory */
  knex?: Knex;
  /** @defaultValue a new one */
  catalog?: ReturnType<typeof recordCatalog>;
  /** @defaultValue organisation acme */
  github?: JsonObject;
  /** More of the configuration. */
  config?: JsonObject;
  own?: JsonObject;
  /** What is different of the reader of GitHub. */
  change?: (reader: GithubRepositories) => Partial<GithubRepositories>;
  /** By how much its clock is ahead of GitHub's. @defaultValue 0 */
  aheadMs?: number;
  teamsOf?: Parameters<typeof createGithubMirror>[0]['teamsOf'];
  owners?: Parameters<typeof createGithubMirror>[0]['owners'];
}) {
  const { reading, own, config, teamsOf, owners } = options;
  const { host } = reading;
  const knex = options.knex ?? (await openSqlite());
  const catalog = options.catalog ?? recordCatalog();
  const clock = reading.sandbox.sandbox.clock;
  const now = () => new Date(clock.now().getTime() + (options.aheadMs ?? 0));
  const settings = readGithubSettings({
    config: new ConfigReader({
      ...config,
      catalog: {
        ...(config?.catalog as JsonObject),
        providers: {
          github: options.github ?? { host, organization: 'acme' },
        },
      },
      ...(own && { callboard: { github: { catalog: own } } }),
    }),
    hosts: [{ host }],
  });
  const names = settings.repositories.map(each => each.providerName);
  if (!options.catalog) {
    names.forEach(name => catalog.connect(name));
  }
  const store = createMirrorStore({ knex, now });
  const book = await openWikiBook({ knex, now });
  const logger = mockServices.logger.mock();
  const tasks = new Map<string, SchedulerServiceTaskInvocationDefinition>();
  const waiting = new Set<() => void>();
  const reader = reading.create();
  const parts = {
    settings,
    entitiesOf: entitiesWithWikis({ entitiesOf, book }),
    store,
    logger,
    now,
    teamsOf,
    owners,
    repositories: { ...reader, ...options.change?.(reader) },
    link: catalog.link,
    catalogLocations: catalog.locations,
    catalogHasAny: async (refs: string[]) => refs.some(catalog.knows),
    github: reading.github,
    random: () => 0.5,
  };
  const mirror = createGithubMirror({
    ...parts,
    scheduler: mockServices.scheduler.mock({
      async scheduleTask(task) {
        tasks.set(task.id, task);
      },
    }),
    timers: {
      after({ run }) {
        waiting.add(run);
        return () => waiting.delete(run);
      },
    },
  });
  await mirror.start();
  return {
    mirror,
    store,
    book,
    catalog,
    knex,
    settings,
    logger,
    /** For parts of the mirror that are tried alone. */
    context: {
      ...parts,
      checked: new Set<string>(),
      ownersSettled: new Map<string, string>(),
      holder: 'test',
    },
    tasks,
    /** What is scheduled, to its end; what it asked GitHub for. */
    async run() {
      reading.asked();
      for (const { id, fn } of tasks.values()) {
        if (id !== 'github-mirror-queue') {
          await fn(new AbortController().signal);
        }
      }
      await mirror.settled();
      return reading.asked();
    },
    /** Works off the queue as if the time had come. */
    async wake() {
      const due = [...waiting];
      waiting.clear();
      due.forEach(run => run());
      await mirror.settled();
    },
    /** Hints at a repository of acme, and waits for what comes of it. */
    async hint(name: string, more: object = {}) {
      await mirror.hint([
        { host, owner: 'acme', name, reason: 'push', ...more },
      ]);
      await mirror.settled();
    },
    async status() {
      const [status] = await mirror.status();
      return status;
    },
    async close() {
      mirror.stop();
      await knex.destroy();
    },
  };
}
