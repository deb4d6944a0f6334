import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { createRevocations } from '@callboard/plugin-access-node';
import { endOfflineSessions } from './endOfflineSessions';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const at = (text: string) => Date.parse(text) / 1000;

it('removes refresh tokens of clients, and approvals, from before the end, and no others', async () => {
  const knex = await databases.init('SQLITE_3');
  await knex.schema.createTable('offline_sessions', table => {
    table.string('id').primary();
    table.string('user_entity_ref');
    table.timestamp('created_at', { useTz: true, precision: 0 });
  });
  await knex.schema.createTable('oauth_authorization_sessions', table => {
    table.string('id').primary();
    table.string('user_entity_ref');
  });
  await knex.schema.createTable('oidc_authorization_codes', table => {
    table.string('code').primary();
    table.string('session_id');
    table.timestamp('expires_at', { useTz: true, precision: 0 });
  });
  const approve = async (code: string, name: string, until: string) => {
    await knex('oauth_authorization_sessions').insert({
      id: `of ${code}`,
      user_entity_ref: `user:default/${name}`,
    });
    await knex('oidc_authorization_codes').insert({
      code,
      session_id: `of ${code}`,
      // As stock does it: ten minutes after the approval.
      expires_at: new Date(`${until}Z`),
    });
  };
  await approve('code before', 'Olivia', '2026-11-26T10:10:01');
  await approve('code after', 'olivia', '2026-11-26T10:10:03');
  await approve('code of another', 'oscar', '2026-11-26T10:10:00');
  const add = (id: string, name: string, created_at: string) =>
    knex('offline_sessions').insert({
      id,
      user_entity_ref: `user:default/${name}`,
      created_at,
    });
  await add('before', 'olivia', '2026-11-26 10:00:00');
  // PostgreSQL has made a whole second of 1.7.
  await add('rounded', 'olivia', '2026-11-26 10:00:02');
  await add('after', 'olivia', '2026-11-26 10:00:03');
  await add('other', 'oscar', '2026-11-26 09:00:00');
  await add('gone', 'Lea', '2026-11-26 11:00:00');

  const revocations = createRevocations();
  const ended = endOfflineSessions({
    revocations,
    knex,
    logger: mockServices.logger.mock(),
  });
  const load = async (people: [string, number][]) => {
    revocations.load({
      list: { people: new Map(people), tokens: new Set() },
      readAt: revocations.monotonicMs(),
    });
    await ended.settled();
    return (await knex('offline_sessions').pluck('id')).sort();
  };
  const people: [string, number][] = [
    ['user:default/olivia', at('2026-11-26T10:00:01Z')],
    ['user:default/lea', Infinity],
  ];
  expect(await load(people)).toEqual(['after', 'other']);
  expect((await knex('oidc_authorization_codes').pluck('code')).sort()).toEqual(
    ['code after', 'code of another'],
  );
  expect(
    await load([['user:default/olivia', at('2026-11-26T10:00:02Z')]]),
  ).toEqual(['other']);
  ended.stop();
});
