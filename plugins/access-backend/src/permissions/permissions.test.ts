import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { accessPermissions } from '@callboard/plugin-access-common';
import { catalogPermissions } from '@backstage/plugin-catalog-common/alpha';
import { migrationSource } from '../database/migrations';
import { RoleStore } from './RoleStore';
import { startAccess } from './__testUtils__/startAccess';

jest.setTimeout(60_000);

const OLIVIA = 'user:default/olivia';
const JANE = 'user:default/jane';
const PETRA = 'user:default/petra';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const auditor = mockServices.auditor.mock();
let portal: Awaited<ReturnType<typeof startAccess>>;

beforeAll(async () => {
  auditor.createEvent.mockImplementation(async () => ({
    success: async () => {},
    fail: async () => {},
  }));
  portal = await startAccess({
    features: [auditor.factory],
    callboard: {
      admins: ['group:default/platform'],
      roles: {
        viewer: { members: ['group:default/contractors'] },
        partner: {
          extends: 'developer',
          members: ['group:default/partners'],
          deny: ['catalog.entity.refresh'],
          allow: ['catalog.entitty.read'],
          conditions: {
            rule: 'IS_ENTITY_OWNER',
            params: { claims: ['$ownerRefs'] },
          },
        },
        steward: { members: ['group:default/money'], allow: ['access.*'] },
        outsider: { deny: ['access.*'] },
      },
    },
  });
});
afterAll(() => portal?.stop());

const explained = async (user: string, permission: string, entity?: string) =>
  portal.ask('POST /access/permissions/explain', {
    as: OLIVIA,
    body: { user, permission, entity },
  });

describe('explain', () => {
  it('agrees with the permission backend about everybody and everything', async () => {
    const users = [
      ...['olivia', 'jane', 'petra', 'ruth', 'carl', 'guest'].map(
        name => `user:default/${name}`,
      ),
      'user:development/guest',
    ];
    const disagreements: string[] = [];
    let compared = 0;
    for (const user of users) {
      for (const permission of [...catalogPermissions, ...accessPermissions]) {
        const entities =
          permission.type === 'resource'
            ? ['component:default/web', 'component:default/vault']
            : [undefined];
        for (const resourceRef of entities) {
          const decided = await portal.ask('POST /permission/authorize', {
            as: user,
            body: { items: [{ id: '1', permission, resourceRef }] },
          });
          const { body } = await explained(user, permission.name, resourceRef);
          compared++;
          if (decided.body.items[0].result.toLowerCase() !== body.result) {
            disagreements.push(
              `${user} ${permission.name} ${resourceRef}: ${body.result}`,
            );
          }
        }
      }
    }
    expect(disagreements).toEqual([]);
    expect(compared).toBeGreaterThan(60);
  });

  it('tells role, source, path and conditions, and what would change the answer', async () => {
    const { body } = await explained(
      'petra',
      'catalog.entity.read',
      'component:vault',
    );
    expect(body).toMatchObject({
      user: PETRA,
      inCatalog: true,
      permission: {
        name: 'catalog.entity.read',
        plugin: 'catalog',
        action: 'read',
        resourceType: 'catalog-entity',
      },
      entity: 'component:default/vault',
      policy: 'conditional',
      result: 'deny',
      roles: [
        {
          role: 'partner',
          says: 'conditional',
          source: {
            type: 'config',
            key: 'permission.callboard.roles.partner.members[0]',
          },
          path: [PETRA, 'group:default/partners'],
        },
      ],
      ownership: [PETRA, 'group:default/partners'],
    });
    expect(body.because).toEqual([
      'The role partner allows catalog.entity.read under conditions: everything but what is for administrators, on entities that meet its conditions. group:default/partners has it by permission.callboard.roles.partner.members[0].',
      'component:default/vault does not meet the conditions: its owner is one of user:default/petra, group:default/partners.',
    ]);
    expect(body.change).toEqual([
      'Make one of user:default/petra, group:default/partners the owner of component:default/vault.',
      'Give user:default/petra or one of its groups the role developer.',
      'Give user:default/petra or one of its groups the role viewer, or make group:default/contractors a group of the user.',
      'Add catalog.entity.read to permission.callboard.roles.partner.allow.',
    ]);
    expect(
      (await explained(PETRA, 'catalog.entity.read', 'component:web')).body,
    ).toMatchObject({ policy: 'conditional', result: 'allow' });
    expect((await explained(PETRA, 'catalog.entity.read')).body).toMatchObject({
      result: 'conditional',
      because: [
        expect.any(String),
        'It depends on the thing: its owner is one of user:default/petra, group:default/partners.',
      ],
    });
  });

  it('says that a role of a group above does not count', async () => {
    const { body } = await explained(JANE, 'access.manage');
    expect(body).toMatchObject({
      result: 'deny',
      parents: [
        [JANE, 'group:default/payments', 'group:default/money'],
        [
          JANE,
          'group:default/payments',
          'group:default/money',
          'group:default/engineering',
        ],
      ],
      roles: [{ role: 'developer', source: { type: 'default' }, path: [JANE] }],
    });
    expect(body.change).toContain(
      'group:default/money has the role steward, but is only above group:default/payments: roles of a group above do not count. Give the role to group:default/payments.',
    );
  });

  it('tells of an express denial, of a guest and of an allowed person', async () => {
    expect(
      (await explained(PETRA, 'catalog.entity.refresh')).body,
    ).toMatchObject({
      result: 'deny',
      because: [
        'The role partner denies catalog.entity.refresh, whatever other roles say: deny: catalog.entity.refresh. group:default/partners has it by permission.callboard.roles.partner.members[0].',
      ],
      change: [
        'Take group:default/partners out of the role partner, or take deny: catalog.entity.refresh from permission.callboard.roles.partner.',
      ],
    });
    expect((await explained('guest', 'access.read')).body).toMatchObject({
      inCatalog: false,
      result: 'deny',
      change: [
        'Sign in with an account: a guest only reads, whatever role is given.',
      ],
    });
    expect((await explained(OLIVIA, 'access.read')).body).toMatchObject({
      result: 'allow',
      because: [
        'The role admin allows access.read: everything. group:default/platform has it by permission.callboard.admins.',
      ],
    });
  });

  it('names what was probably meant', async () => {
    expect(await explained('jnae', 'access.read')).toMatchObject({
      status: 404,
      message:
        'There is no user user:default/jnae. Did you mean user:default/jane?',
    });
    expect(await explained(JANE, 'catalog.entity.raed')).toMatchObject({
      status: 404,
      message:
        'There is no permission catalog.entity.raed. Did you mean catalog.entity.read?',
    });
    expect(
      await explained(JANE, 'catalog.entity.read', 'component:vaul'),
    ).toMatchObject({
      status: 404,
      message:
        'There is no entity component:default/vaul. Did you mean component:default/vault?',
    });
    expect(
      await explained(JANE, 'access.read', 'component:vault'),
    ).toMatchObject({ status: 400 });
    expect(await explained('group:default/a', 'access.read')).toMatchObject({
      status: 400,
    });
  });

  it('lists the permissions of the plugins', async () => {
    const { body } = await portal.ask('GET /access/permissions', {
      as: OLIVIA,
    });
    expect(body.items.map(({ name }: { name: string }) => name)).toEqual([
      'access.manage',
      'access.read',
      ...catalogPermissions.map(({ name }) => name).sort(),
    ]);
  });
});

it('shows what was given of a role that is not there any more, until it is taken', async () => {
  const database = mockServices.database.mock();
  const knex = await databases.init('SQLITE_3');
  await knex.migrate.latest({ migrationSource });
  await new RoleStore({ knex }).add({
    ...{ role: 'gone', member: JANE, assignedBy: OLIVIA },
    assignedAt: '2026-11-26T20:00:00.000Z',
  });
  database.getClient.mockResolvedValue(knex);
  const another = await startAccess({
    callboard: { admins: ['group:default/platform'] },
    features: [database.factory],
  });
  const orphaned = async () =>
    (await another.ask('GET /access/roles', { as: OLIVIA })).body.orphaned;
  try {
    expect(await orphaned()).toEqual([
      {
        ...{ role: 'gone', member: JANE, assignedBy: OLIVIA },
        assignedAt: '2026-11-26T20:00:00.000Z',
      },
    ]);
    const { status } = await another.ask('POST /access/roles/members/remove', {
      as: OLIVIA,
      body: { role: 'gone', member: JANE },
    });
    expect(status).toBe(204);
    expect(await orphaned()).toEqual([]);
  } finally {
    await another.stop();
  }
});

describe('roles', () => {
  const change = (
    what: 'members' | 'members/remove',
    body: object,
    as: string,
  ) => portal.ask(`POST /access/roles/${what}`, { as, body });
  const may = async (user: string) => {
    const { body } = await portal.ask('POST /permission/authorize', {
      as: user,
      body: { items: [{ id: '1', permission: accessPermissions[1] }] },
    });
    return body.items[0].result;
  };

  it('shows everything to operators and nothing to others', async () => {
    const { body } = await portal.ask('GET /access/roles', { as: OLIVIA });
    expect(body.mayManage).toBe(true);
    expect(body.roles.map(({ name }: { name: string }) => name)).toEqual([
      'admin',
      'developer',
      'viewer',
      'partner',
      'steward',
      'outsider',
    ]);
    expect(body.roles[1]).toMatchObject({ isDefault: true, members: [] });
    expect(body.unknownPermissions).toEqual([
      {
        key: 'permission.callboard.roles.partner.allow[0]',
        name: 'catalog.entitty.read',
      },
    ]);
    for (const route of [
      'GET /access/roles',
      'GET /access/permissions',
      'POST /access/permissions/explain',
      'POST /access/roles/members',
      'POST /access/roles/members/remove',
    ]) {
      const method = route.startsWith('POST') ? { body: {} } : {};
      expect((await portal.ask(route, { as: JANE, ...method })).status).toBe(
        403,
      );
      expect((await portal.ask(route, method)).status).toBe(401);
    }
  });

  it('gives and takes a role, at once and on the record', async () => {
    expect(await may(JANE)).toBe('DENY');
    const asked = { role: 'admin', member: 'user:jane' };
    expect((await change('members', asked, OLIVIA)).status).toBe(204);
    expect(await may(JANE)).toBe('ALLOW');
    expect((await explained(JANE, 'access.manage')).body.because).toEqual([
      expect.stringMatching(
        /^The role admin allows access.manage: everything. user:default\/jane has it since 20..-..-.., given by user:default\/olivia.$/,
      ),
    ]);

    const row = { role: 'admin', member: JANE };
    expect((await change('members/remove', row, JANE)).status).toBe(409);
    expect(await may(JANE)).toBe('ALLOW');
    expect((await change('members/remove', row, OLIVIA)).status).toBe(204);
    expect(await may(JANE)).toBe('DENY');
    expect((await change('members/remove', row, OLIVIA)).status).toBe(404);
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'role-assign',
        severityLevel: 'high',
        meta: { ...row, by: OLIVIA },
      }),
    );
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'role-remove',
        meta: { ...row, by: OLIVIA },
      }),
    );
  });

  it.each([
    [{ role: 'admni', member: JANE }, 404, /Did you mean admin/],
    [{ role: 'admin', member: 'user:default/jnae' }, 404, /user:default\/jane/],
    [
      { role: 'admin', member: 'group:default/admins' },
      404,
      /There is no group/,
    ],
    [{ role: 'admin', member: 'user:default/guest' }, 400, /is a guest/],
    [
      { role: 'admin', member: 'component:default/web' },
      400,
      /not a reference/,
    ],
    [{ role: 'admin' }, 400, /member/],
  ])('refuses %j', async (body, status, message) => {
    const answer = await change('members', body, OLIVIA);
    expect(answer.status).toBe(status);
    expect(answer.message).toMatch(message);
  });

  it('does not let an administrator shut out themselves', async () => {
    for (const member of [OLIVIA, 'group:default/platform']) {
      expect(
        await change('members', { role: 'outsider', member }, OLIVIA),
      ).toMatchObject({
        status: 409,
        message: expect.stringMatching(/you would no longer administer/),
      });
    }
    expect(await may(OLIVIA)).toBe('ALLOW');
    const row = { role: 'outsider', member: JANE };
    expect((await change('members', row, OLIVIA)).status).toBe(204);
    expect((await change('members/remove', row, OLIVIA)).status).toBe(204);
  });

  it('is not changed with a key', async () => {
    expect(
      await portal.ask('POST /access/roles/members', {
        service: 'external:key',
        body: { role: 'admin', member: JANE },
      }),
    ).toMatchObject({
      status: 403,
      message: expect.stringMatching(/by people/),
    });
    expect(await may(JANE)).toBe('DENY');
  });
});
