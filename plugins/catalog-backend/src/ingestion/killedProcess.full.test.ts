import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { JsonObject } from '@backstage/types';
// The command is an application, so it has no entry points; this server is only for tests.
// eslint-disable-next-line @backstage/no-forbidden-package-imports
import { startPostgres } from '@callboard/cli/src/testing/startPostgres';
import { testEntity } from '../__testUtils__/createTestEngine';
import {
  type Replica,
  startReplica,
} from '../__testUtils__/replica/startReplica';

jest.setTimeout(300_000);

/** After each, the lease of the one that was killed has to run out. */
const KILLS = 2;
const ENTITIES_PER_STEP = 5;
/** More than one commit takes. */
const LARGE = 3_500;

type Database = { config: JsonObject; stop(): Promise<void> };

const DATABASES: [string, () => Promise<Database>][] = [
  [
    'SQLite',
    async () => {
      const directory = await fs.mkdtemp(path.join(os.tmpdir(), 'killed-'));
      return {
        config: { client: 'better-sqlite3', connection: { directory } },
        stop: () => fs.rm(directory, { recursive: true, force: true }),
      };
    },
  ],
  [
    'PostgreSQL',
    async () => {
      const postgres = await startPostgres();
      const { host, port, user, password } = postgres;
      return {
        config: { client: 'pg', connection: { host, port, user, password } },
        stop: () => postgres.stop(),
      };
    },
  ],
];

describe.each(DATABASES)('a process that is killed, on %s', (_, open) => {
  let database: Database;
  let replica: Replica | undefined;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(async () => {
    await replica?.kill();
    await database.stop();
  });

  it('loses nothing that it acknowledged, and leaves nothing half done', async () => {
    const start = () => startReplica({ database: database.config });
    replica = await start();
    await replica.apply({ type: 'delta', added: [group()], removed: [] });
    const acknowledged = new Set<number>();
    let step = 0;
    const writeUntilKilled = async (running: Replica) => {
      for (;;) {
        step++;
        await running.apply({
          type: 'delta',
          added: componentsOf(step),
          removed: [],
        });
        acknowledged.add(step);
      }
    };
    for (let kill = 0; kill < KILLS; kill++) {
      const running: Replica = replica;
      // Somewhere within the statements of some commit.
      setTimeout(() => running.kill(), 300 + kill * 411);
      await expect(writeUntilKilled(running)).rejects.toThrow(
        'The process has ended',
      );
      replica = await start();
      await expectWhole({ replica, acknowledged });
    }
    expect(acknowledged.size).toBeGreaterThan(KILLS);
  });

  it('in the middle of a mutation of several commits has the same mutation finish it', async () => {
    const running = replica!;
    const mutation = {
      type: 'full',
      entities: [
        group(),
        ...Array.from({ length: LARGE }, (__, i) => component(`large-${i}`)),
      ],
    };
    const outcome = running.apply(mutation).then(
      () => 'acknowledged',
      error => String(error),
    );
    // Some commits are through, others are not.
    while ((await countIn(running)) <= 1_000);
    await running.kill();
    expect(await outcome).toContain('The process has ended');
    replica = await startReplica({ database: database.config });
    await replica.apply(mutation);
    // What the machine was too slow to process with the mutation comes from the queue.
    await untilOwned({ replica, count: LARGE });
    expect(await countIn(replica)).toBe(LARGE + 1);
  });
});

async function countIn(replica: Replica): Promise<number> {
  const { totalItems } = await replica.get('/entities/by-query?limit=0');
  return totalItems;
}

/** Each step is there with all of its entities or with none, and with all when it was acknowledged; counts agree. */
async function expectWhole(options: {
  replica: Replica;
  acknowledged: ReadonlySet<number>;
}) {
  const { replica, acknowledged } = options;
  const { items, totalItems } = await replica.get(
    '/entities/by-query?limit=10000&filter=kind=component',
  );
  const counts = new Map<number, number>();
  for (const { spec } of items) {
    counts.set(spec.step, (counts.get(spec.step) ?? 0) + 1);
  }
  expect(new Set(counts.values())).toEqual(new Set([ENTITIES_PER_STEP]));
  expect([...counts.keys()]).toEqual(expect.arrayContaining([...acknowledged]));
  expect(totalItems).toBe(items.length);
  const { facets } = await replica.get('/entity-facets?facet=kind');
  expect(facets.kind).toContainEqual({ value: 'Component', count: totalItems });
  await untilOwned({ replica, count: totalItems });
}

/** What a commit left to be put together comes within seconds. */
async function untilOwned(options: { replica: Replica; count: number }) {
  const { replica, count } = options;
  const startedAt = performance.now();
  for (;;) {
    const { relations = [] } = await replica.get(
      '/entities/by-name/group/default/g',
    );
    if (relations.length === count) return;
    // The lease of the one that was killed has to run out first.
    if (performance.now() - startedAt > 30_000) {
      throw new Error(`${relations.length} relations instead of ${count}`);
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

function group() {
  return withLocation(
    testEntity('Group', 'g', { type: 'team', children: [] }).entity,
  );
}

function componentsOf(step: number) {
  return Array.from({ length: ENTITIES_PER_STEP }, (_, i) =>
    component(`c-${step}-${i}`, step),
  );
}

function component(name: string, step = -1) {
  return withLocation(
    testEntity('Component', name, {
      ...{ type: 'service', lifecycle: 'production', owner: 'g', step },
    }).entity,
  );
}

function withLocation(entity: ReturnType<typeof testEntity>['entity']) {
  const location = 'url:https://example.com/catalog-info.yaml';
  return {
    entity: {
      ...entity,
      metadata: {
        ...entity.metadata,
        annotations: {
          'backstage.io/managed-by-location': location,
          'backstage.io/managed-by-origin-location': location,
        },
      },
    },
    locationKey: 'test',
  };
}
