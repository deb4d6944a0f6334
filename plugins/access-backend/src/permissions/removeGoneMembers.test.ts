import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { migrationSource } from '../database/migrations';
import { removeGoneMembers } from './removeGoneMembers';
import { RoleStore } from './RoleStore';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const LEA = 'user:default/lea';

async function open(options: { members?: string[]; anybody?: boolean } = {}) {
  const { members = [LEA, 'group:default/platform'], anybody = false } =
    options;
  const knex = await databases.init('SQLITE_3');
  await knex.migrate.latest({ migrationSource });
  const store = new RoleStore({ knex });
  for (const member of members) {
    await store.add({
      ...{ role: 'admin', member, assignedBy: 'user:default/olivia' },
      assignedAt: '2026-11-26T20:00:00.000Z',
    });
  }
  const names = new Set<string>();
  const logger = mockServices.logger.mock();
  const auditor = mockServices.auditor.mock();
  const success = jest.fn(async () => {});
  auditor.createEvent.mockResolvedValue({ success, fail: async () => {} });
  const refresh = jest.fn(async () => {});
  let time = 0;
  const watch = removeGoneMembers({
    ...{ auditor, logger, store, refresh },
    auth: mockServices.auth(),
    catalog: {
      getEntitiesByRefs: (request: any, given: any) =>
        catalogOf(names).getEntitiesByRefs(request, given),
      queryEntities: (request: any, given: any) =>
        catalogOf(names).queryEntities(request, given),
    } as any,
    withoutUser: { anybody },
    monotonicMs: () => time,
  });
  return {
    ...{ names, logger, auditor, refresh, success },
    async look(afterMinutes = 1) {
      time += afterMinutes * 60_000;
      await watch.look();
      return (await store.list()).map(({ member }) => member);
    },
  };
}

function catalogOf(names: Set<string>) {
  return catalogServiceMock({
    entities: [...names].map(name => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'User',
      metadata: { name, namespace: 'default' },
    })),
  });
}

it('takes roles from a user who has left for ten minutes, on the record', async () => {
  const { names, look, auditor, refresh, logger } = await open();
  names.add('lea').add('oscar');
  expect(await look()).toContain(LEA);
  names.delete('lea');
  expect(await look()).toContain(LEA);
  expect(await look(9)).toContain(LEA);
  expect(refresh).not.toHaveBeenCalled();

  expect(await look(1)).toEqual(['group:default/platform']);
  expect(refresh).toHaveBeenCalledTimes(1);
  expect(auditor.createEvent.mock.calls).toEqual([
    [
      {
        eventId: 'role-remove',
        severityLevel: 'high',
        meta: { role: 'admin', member: LEA, by: 'plugin:access' },
      },
    ],
  ]);
  expect(logger.warn).toHaveBeenCalledWith(
    expect.stringMatching(/^user:default\/lea has left the catalog/),
  );
});

it('takes them from somebody who had left before the start, and from nobody who is back in time', async () => {
  const { names, look } = await open();
  names.add('oscar');
  expect(await look()).toContain(LEA);
  names.add('lea');
  expect(await look(20)).toContain(LEA);
  names.delete('lea');
  expect(await look()).toContain(LEA);
  names.add('lea');
  expect(await look(20)).toContain(LEA);

  const another = await open();
  another.names.add('oscar');
  expect(await another.look()).toContain(LEA);
  expect(await another.look(10)).not.toContain(LEA);
});

it('takes nothing while the catalog has no users, or from many at once', async () => {
  const { names, look, logger } = await open();
  names.add('lea');
  await look();
  names.clear();
  await look();
  expect(await look(60)).toContain(LEA);
  expect(logger.warn).toHaveBeenCalledTimes(1);

  const refs = Array.from({ length: 11 }, (_, at) => `user:default/u${at}`);
  const many = await open({ members: refs });
  many.names.add('oscar');
  await many.look();
  expect(await many.look(60)).toHaveLength(11);
});

it('leaves somebody alone who never had an entity, where that is allowed', async () => {
  const { names, look } = await open({ anybody: true });
  names.add('oscar');
  await look();
  expect(await look(60)).toContain(LEA);
});
