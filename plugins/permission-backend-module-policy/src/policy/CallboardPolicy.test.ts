import { mockCredentials } from '@backstage/backend-test-utils';
import * as catalog from '@backstage/plugin-catalog-common/alpha';
import * as devtools from '@backstage/plugin-devtools-common';
import * as devtoolsAlpha from '@backstage/plugin-devtools-common/alpha';
import {
  AuthorizeResult,
  type Permission,
  createPermission,
} from '@backstage/plugin-permission-common';
import * as scaffolder from '@backstage/plugin-scaffolder-common/alpha';
import { CallboardPolicy } from './CallboardPolicy';

type Answer = 'allow' | 'deny' | 'own';
const YES = 'allow';
const NO = 'deny';

// What each stock permission means here: [guest, user, administrator].
const TABLE: Record<string, [Answer, Answer, Answer]> = {
  'catalog.entity.read': [YES, YES, YES],
  'catalog.entity.create': [NO, YES, YES],
  'catalog.entity.delete': [NO, YES, YES],
  'catalog.entity.refresh': [NO, YES, YES],
  'catalog.entity.validate': [NO, YES, YES],
  'catalog.location.read': [YES, YES, YES],
  'catalog.location.create': [NO, YES, YES],
  'catalog.location.analyze': [NO, YES, YES],
  'catalog.location.delete': [NO, YES, YES],
  'catalog.ingestion.read': [NO, YES, YES],
  'catalog.ingestion.manage': [NO, NO, YES],
  'catalog.entities.unprocessed.read': [NO, YES, YES],
  'catalog.entities.unprocessed.delete': [NO, NO, YES],
  'scaffolder.template.parameter.read': [YES, YES, YES],
  'scaffolder.template.step.read': [YES, YES, YES],
  'scaffolder.template.dry-run': [NO, YES, YES],
  'scaffolder.template.management': [NO, YES, YES],
  'scaffolder.action.execute': [NO, YES, YES],
  'scaffolder.task.read': ['own', 'own', YES],
  'scaffolder.task.create': [NO, YES, YES],
  'scaffolder.task.cancel': [NO, YES, YES],
  'devtools.administer': [NO, NO, YES],
  'devtools.info': [NO, NO, YES],
  'devtools.config': [NO, NO, YES],
  'devtools.external-dependencies': [NO, NO, YES],
  'devtools.scheduler.read': [NO, NO, YES],
  'devtools.scheduler.trigger': [NO, NO, YES],
  'connections.read': [NO, NO, YES],
  'connections.manage': [NO, NO, YES],
  'kubernetes.proxy': [NO, NO, YES],
  'kubernetes.clusters.read': [NO, YES, YES],
  'kubernetes.resources.read': [NO, YES, YES],
};

// As declared by the common packages of plugins that this package does not depend on.
const ELSEWHERE: Permission[] = [
  createPermission({
    name: 'connections.read',
    attributes: { action: 'read' },
  }),
  createPermission({
    name: 'connections.manage',
    attributes: { action: 'update' },
  }),
  createPermission({ name: 'kubernetes.proxy', attributes: {} }),
  createPermission({
    name: 'kubernetes.clusters.read',
    attributes: { action: 'read' },
  }),
  createPermission({
    name: 'kubernetes.resources.read',
    attributes: { action: 'read' },
  }),
  createPermission({
    name: 'catalog.entities.unprocessed.read',
    attributes: { action: 'read' },
  }),
  createPermission({
    name: 'catalog.entities.unprocessed.delete',
    attributes: { action: 'delete' },
  }),
];

const isPermissionExport = (value: unknown): value is Permission =>
  typeof value === 'object' &&
  value !== null &&
  'attributes' in value &&
  'name' in value;

const permissions = [catalog, scaffolder, devtools, devtoolsAlpha]
  .flatMap(exported => Object.values<unknown>(exported))
  .filter(isPermissionExport)
  .concat(ELSEWHERE);

const policy = new CallboardPolicy({
  guests: ['user:default/guest'],
  admins: ['user:default/root', 'group:default/platform'],
});

const user = (ref: string, ...groups: string[]) => ({
  credentials: mockCredentials.user(ref),
  info: { userEntityRef: ref, ownershipEntityRefs: [ref, ...groups] },
});
const guest = user('user:default/guest');
const jane = user('user:default/jane', 'group:default/payments');
const member = user('user:default/joe', 'group:default/platform');

async function answer(
  permission: Permission,
  as?: ReturnType<typeof user>,
): Promise<Answer> {
  const decision = await policy.handle({ permission }, as);
  if (decision.result === AuthorizeResult.CONDITIONAL) {
    expect(decision).toMatchObject({
      pluginId: 'scaffolder',
      resourceType: 'scaffolder-task',
      conditions: {
        rule: 'IS_TASK_OWNER',
        params: { createdBy: [as?.info.userEntityRef] },
      },
    });
    return 'own';
  }
  return decision.result === AuthorizeResult.ALLOW ? 'allow' : 'deny';
}

describe('CallboardPolicy', () => {
  it('has an answer for every stock permission, and for no other', () => {
    expect(permissions.map(({ name }) => name).sort()).toEqual(
      Object.keys(TABLE).sort(),
    );
  });

  it.each(
    permissions.map(permission => [permission.name, permission] as const),
  )('decides %s as in the table', async (name, permission) => {
    expect({
      guest: await answer(permission, guest),
      user: await answer(permission, jane),
      admin: await answer(permission, member),
      adminByName: await answer(permission, user('user:default/root')),
      nobody: await answer(permission),
    }).toEqual({
      guest: TABLE[name][0],
      user: TABLE[name][1],
      admin: TABLE[name][2],
      adminByName: TABLE[name][2],
      nobody: 'deny',
    });
  });

  it('lets a guest only read with the permissions of other plugins', async () => {
    const read = createPermission({
      name: 'adr.read',
      attributes: { action: 'read' },
    });
    const write = createPermission({
      name: 'adr.write',
      attributes: { action: 'update' },
    });
    const vague = createPermission({ name: 'adr.do', attributes: {} });

    expect(await answer(read, guest)).toBe('allow');
    expect(await answer(write, guest)).toBe('deny');
    expect(await answer(vague, guest)).toBe('deny');
    expect(await answer(vague, jane)).toBe('allow');
  });

  it.each(['devtools.shiny-and-new', 'connections.shiny-and-new'])(
    'closes %s, which a later release may add',
    async name => {
      const added = createPermission({
        name,
        attributes: { action: 'read' },
      });

      expect(await answer(added, jane)).toBe('deny');
      expect(await answer(added, member)).toBe('allow');
    },
  );

  it('keeps a guest a guest, whatever the case and the groups', async () => {
    const clever = user('User:Default/Guest', 'group:default/platform');

    expect(await answer(devtools.devToolsConfigReadPermission, clever)).toBe(
      'deny',
    );
    expect(await answer(catalog.catalogEntityDeletePermission, clever)).toBe(
      'deny',
    );
  });

  it('knows no administrator when none is listed', async () => {
    const bare = new CallboardPolicy({ guests: [], admins: [] });

    await expect(
      bare.handle(
        { permission: devtools.devToolsInfoReadPermission },
        user('user:default/root', 'group:default/platform'),
      ),
    ).resolves.toEqual({ result: AuthorizeResult.DENY });
  });
});
