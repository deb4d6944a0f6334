import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createSessions, readUserToken } from '@callboard/plugin-access-node';
import { migrationSource } from '../database/migrations';
import { keepReading } from './keepReading';
import { PeopleTable } from './PeopleTable';
import { RevocationTable } from './RevocationTable';
import { watchPeople } from './watchPeople';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const NOW = Date.parse('2026-11-26T10:00:00Z');

const part = (value: object) =>
  Buffer.from(JSON.stringify(value)).toString('base64url');
const token = (name: string, issuedAt = NOW / 1000 - 60) =>
  readUserToken(
    `${part({ alg: 'ES256' })}.${part({
      sub: `user:default/${name}`,
      iat: issuedAt,
      exp: issuedAt + 3_600,
    })}.c2ln`,
  )!;

async function open(options: { anybody?: boolean; guest?: string } = {}) {
  const knex = await databases.init('SQLITE_3');
  await knex.migrate.latest({ migrationSource });
  const now = () => new Date(NOW);
  const sessions = createSessions({ now });
  const revocations = new RevocationTable({ knex, now });
  const logger = mockServices.logger.mock();
  const reading = keepReading({
    revocations: sessions.revocations,
    table: revocations,
    logger,
  });
  reading.stop();
  await reading.readNow();
  const catalog = new Set<string>();
  const entity = (ref: string) => ({
    kind: 'User',
    metadata: { name: ref.split('/')[1], namespace: 'default' },
  });
  let isAway = false;
  let time = 0;
  const watch = watchPeople({
    auth: mockServices.auth(),
    catalog: {
      async getEntitiesByRefs(request: { entityRefs: string[] }) {
        if (isAway) throw new Error('The catalog is away');
        return {
          items: request.entityRefs.map(ref =>
            catalog.has(ref) ? entity(ref) : undefined,
          ),
        };
      },
      queryEntities: async () => ({ items: [...catalog].map(entity) }),
    } as unknown as CatalogService,
    logger,
    people: new PeopleTable({ knex }),
    revocations,
    seen: sessions.seen,
    withoutUser: { anybody: false, ...options },
    now,
    monotonicMs: () => time,
    readNow: reading.readNow,
  });
  return {
    catalog,
    knex,
    logger,
    watch,
    seen: (name: string) => sessions.seen.record(token(name)),
    isOut: (name: string, issuedAt?: number) =>
      sessions.revocations.has(token(name, issuedAt)),
    setAway: (away: boolean) => {
      isAway = away;
    },
    async look(afterMs = 3_000) {
      time += afterMs;
      await watch.look();
    },
  };
}

it('shuts out who has left, and refuses what is from before when the person is back', async () => {
  const { catalog, seen, look, isOut } = await open();
  catalog.add('user:default/lea').add('user:default/oscar');
  seen('lea');
  seen('oscar');
  await look();
  catalog.delete('user:default/lea');
  await look();
  expect(isOut('lea')).toBe(false);
  await look();
  expect(isOut('lea')).toBe(true);
  expect(isOut('lea', NOW / 1000 + 9_999)).toBe(true);
  expect(isOut('oscar')).toBe(false);

  catalog.add('user:default/lea');
  await look();
  expect(isOut('lea')).toBe(true);
  expect(isOut('lea', NOW / 1000 + 1)).toBe(false);
});

it('shuts nobody out when the catalog is empty, or does not answer', async () => {
  const { catalog, seen, look, isOut, watch, logger, setAway } = await open();
  catalog.add('user:default/lea');
  seen('lea');
  await look();
  setAway(true);
  await expect(look()).rejects.toThrow('away');
  setAway(false);
  catalog.clear();
  await look();
  await look();
  await look();
  expect(isOut('lea')).toBe(false);
  expect(watch.held()).toEqual(['user:default/lea']);
  expect(logger.warn).toHaveBeenCalledTimes(1);
  catalog.add('user:default/lea');
  await look();
  expect(watch.held()).toEqual([]);
});

it('takes a guest for somebody who has no entity', async () => {
  const { catalog, seen, look, isOut } = await open({
    guest: 'user:default/guest',
  });
  catalog.add('user:default/oscar');
  seen('guest');
  seen('nobody');
  await look();
  await look(10 * 60_000);
  expect(isOut('guest')).toBe(false);
  expect(isOut('nobody')).toBe(true);
});

it('lets somebody sign in again where that needs no entity', async () => {
  const { catalog, seen, look, isOut } = await open({ anybody: true });
  catalog.add('user:default/lea').add('user:default/oscar');
  seen('lea');
  await look();
  catalog.delete('user:default/lea');
  await look();
  await look();
  expect(isOut('lea')).toBe(true);
  expect(isOut('lea', NOW / 1000 + 1)).toBe(false);
});

it('writes down at the next look what could not be written', async () => {
  const { catalog, knex, seen, look } = await open();
  catalog.add('user:default/lea').add('user:default/oscar');
  seen('oscar');
  seen('lea');
  await knex.schema.renameTable('access_people', 'elsewhere');
  await expect(look()).rejects.toThrow('access_people');
  await knex.schema.renameTable('elsewhere', 'access_people');
  const written: string[] = [];
  knex.on('query', ({ sql, bindings }) => {
    if (sql.startsWith('insert into `access_people`')) {
      written.push(
        ...bindings.filter((value: unknown) => /^user:/.test(String(value))),
      );
    }
  });
  await look();
  // In one order everywhere, so that replicas do not wait for each other.
  expect(written).toEqual(['user:default/lea', 'user:default/oscar']);
});

it('writes down again who was forgotten meanwhile', async () => {
  const { catalog, knex, seen, look } = await open();
  catalog.add('user:default/lea');
  seen('lea');
  await look();
  await knex('access_people').delete();
  await look();
  seen('lea');
  await look();
  expect(await knex('access_people').pluck('user_entity_ref')).toEqual([
    'user:default/lea',
  ]);
});
