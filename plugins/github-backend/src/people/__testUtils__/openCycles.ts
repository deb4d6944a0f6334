import type { SchedulerServiceTaskInvocationDefinition } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createRootGithubService } from '@callboard/plugin-github-node';
import type { Knex } from 'knex';
import { createCatalogLink } from '../../catalog/createCatalogLink';
import type { PeopleSource } from '../../config/GithubSettings';
import { eventSettings } from '../../events/__testUtils__/eventSettings';
import { startMirror } from '../../startMirror';
import { openSqlite } from '../../sync/__testUtils__/openMirror';
import type { OpenPeople } from './openPeople';
import { recordConnection } from './recordConnection';

/** Of repositories, and in these tests of people as well. */
const CYCLE_MS = 5 * 60_000;
const schedule = { frequency: { minutes: 5 }, timeout: { minutes: 5 } };

/** Cycles of repositories and people of `acme` as in a portal, at the sandbox's clock. */
export async function openCycles(open: OpenPeople) {
  const { sandbox: core } = open.sandbox;
  const closes: (() => Promise<unknown>)[] = [];

  /** A portal's process. `knex`: that of an earlier one. */
  async function start(
    options: {
      knex?: Knex;
      people?: Partial<PeopleSource>;
      strategy?: 'incremental' | 'full';
      credentials?: object;
    } = {},
  ) {
    const { people: more, strategy = 'incremental' } = options;
    const knex = options.knex ?? (await openSqlite());
    const source = open.source({ schedule, ...more });
    const settings = eventSettings({
      host: open.host,
      more: { people: [source], strategy },
    });
    const root = createRootGithubService({
      config: open.rootConfig(options.credentials),
      logger: open.logger,
      now: () => core.clock.now(),
    });
    const link = createCatalogLink();
    const catalog = recordConnection();
    for (const { providerName } of [...settings.repositories, source]) {
      link.connected({ providerName, connection: catalog.connection });
    }
    const tasks: SchedulerServiceTaskInvocationDefinition[] = [];
    const { mirror, people } = await startMirror({
      ...{ knex, settings, link },
      github: root,
      auth: mockServices.auth(),
      catalog: {
        getEntitiesByRefs: async () => ({ items: [{ kind: 'Location' }] }),
      } as unknown as CatalogService,
      transforms: {},
      logger: open.logger,
      scheduler: mockServices.scheduler.mock({
        scheduleTask: async task => {
          tasks.push(task);
        },
      }),
      now: () => core.clock.now(),
      onLag: () => {},
    });
    await mirror.start();
    const settled = async () => {
      await mirror.settled();
      await people.settled();
    };
    await settled();
    closes.push(async () => {
      mirror.stop();
      root.close();
    });
    const run = async (prefix: string) => {
      for (const { id, fn } of tasks) {
        if (id.startsWith(prefix)) await fn(new AbortController().signal);
      }
      await settled();
    };
    return {
      ...{ knex, mirror, people, catalog },
      /** The next cycle, of repositories first; what it asks GitHub. */
      async cycle() {
        core.clock.advance({ ms: CYCLE_MS });
        open.asked();
        await run('github-mirror:');
        await run('github-people:');
        return open.asked();
      },
      /** The same the other way round. */
      async peopleFirst() {
        core.clock.advance({ ms: CYCLE_MS });
        open.asked();
        await run('github-people:');
        await run('github-mirror:');
        return open.asked();
      },
    };
  }

  return {
    start,
    advance: (ms: number) => core.clock.advance({ ms }),
    async close() {
      await Promise.all(closes.map(close => close()));
    },
  };
}
