import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  type TestBackend,
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import {
  catalogEntityDeletePermission,
  catalogEntityReadPermission,
} from '@backstage/plugin-catalog-common/alpha';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { devToolsConfigReadPermission } from '@backstage/plugin-devtools-common';
import permissionBackend from '@backstage/plugin-permission-backend';
import type { Permission } from '@backstage/plugin-permission-common';
import scaffolderBackend from '@backstage/plugin-scaffolder-backend';
import { taskCreatePermission } from '@backstage/plugin-scaffolder-common/alpha';
import policyFeature, { permissionModuleCallboardPolicy } from '.';
import { anotherPolicy } from './testUtils/anotherPolicy';

// Backends start here, which takes a busy machine its time.
jest.setTimeout(60_000);

const GUEST = 'user:default/guest';
const JANE = 'user:default/jane';
const OPERATOR = 'user:default/operator';

const template = {
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind: 'Template',
  metadata: {
    name: 'hello',
    namespace: 'default',
    annotations: { 'backstage.io/managed-by-location': 'url:https://h/t' },
  },
  spec: {
    owner: 'group:default/platform',
    type: 'service',
    steps: [{ id: 'log', action: 'debug:log', input: { message: 'hello' } }],
  },
};

// The stand-in service of the test utilities puts nobody into a group.
const userInfo = createServiceFactory({
  service: coreServices.userInfo,
  deps: {},
  factory: () => ({
    async getUserInfo(credentials) {
      const { userEntityRef } = credentials.principal as {
        userEntityRef: string;
      };
      return {
        userEntityRef,
        ownershipEntityRefs:
          userEntityRef === OPERATOR
            ? [OPERATOR, 'group:default/platform']
            : [userEntityRef],
      };
    },
  }),
});

// Nor does its stand-in for tokens tell a plugin that acts for a user from the user, as real tokens do.
const auth = createServiceFactory({
  service: coreServices.auth,
  deps: { plugin: coreServices.pluginMetadata },
  factory({ plugin }) {
    const service = mockServices.auth({ pluginId: plugin.getId() });
    const authenticate = service.authenticate.bind(service);
    service.authenticate = async (token, options) => {
      const credentials = await authenticate(token, options);
      return token.startsWith('mock-service-token:') &&
        service.isPrincipal(credentials, 'user')
        ? mockCredentials.user(credentials.principal.userEntityRef, {
            actor: { subject: 'plugin:scaffolder' },
          })
        : credentials;
    };
    return service;
  },
});

async function startPortal(): Promise<TestBackend> {
  return startTestBackend({
    features: [
      mockServices.rootConfig.factory({
        data: {
          permission: {
            enabled: true,
            callboard: { admins: ['group:default/platform'] },
          },
        },
      }),
      permissionsServiceFactory,
      auth,
      httpAuthServiceFactory,
      userInfo,
      catalogServiceMock.factory({ entities: [template] }),
      permissionBackend,
      scaffolderBackend,
      policyFeature,
    ],
  });
}

describe('the policy in a permission backend', () => {
  let portal: TestBackend;
  let baseUrl: string;

  const call = async (
    path: string,
    options: { as?: string; body?: unknown } = {},
  ) => {
    const response = await fetch(`${baseUrl}${path}`, {
      method: options.body ? 'POST' : 'GET',
      headers: {
        'content-type': 'application/json',
        authorization: options.as
          ? mockCredentials.user.header(options.as)
          : mockCredentials.none.header(),
      },
      body: options.body ? JSON.stringify(options.body) : undefined,
    });
    return { status: response.status, body: await response.json() };
  };

  const authorize = async (permission: Permission, as?: string) => {
    const { status, body } = await call('/api/permission/authorize', {
      as,
      body: {
        items: [
          {
            id: '1',
            permission,
            ...('resourceType' in permission && {
              resourceRef: 'component:default/web',
            }),
          },
        ],
      },
    });
    return status === 200 ? body.items[0].result : status;
  };

  beforeAll(async () => {
    portal = await startPortal();
    baseUrl = `http://localhost:${portal.server.port()}`;
  });

  afterAll(() => portal?.stop());

  it('answers guest, user, administrator and nobody over HTTP', async () => {
    const ask = async (permission: Permission) => [
      await authorize(permission, GUEST),
      await authorize(permission, JANE),
      await authorize(permission, OPERATOR),
      await authorize(permission),
    ];

    expect(await ask(catalogEntityReadPermission)).toEqual([
      'ALLOW',
      'ALLOW',
      'ALLOW',
      401,
    ]);
    expect(await ask(catalogEntityDeletePermission)).toEqual([
      'DENY',
      'ALLOW',
      'ALLOW',
      401,
    ]);
    expect(await ask(taskCreatePermission)).toEqual([
      'DENY',
      'ALLOW',
      'ALLOW',
      401,
    ]);
    expect(await ask(devToolsConfigReadPermission)).toEqual([
      'DENY',
      'DENY',
      'ALLOW',
      401,
    ]);
  });

  it("shows a guest nobody else's scaffolder tasks", async () => {
    const task = { templateRef: 'template:default/hello', values: {} };
    const refused = await call('/api/scaffolder/v2/tasks', {
      as: GUEST,
      body: task,
    });
    expect(refused.status).toBe(403);

    const created = await call('/api/scaffolder/v2/tasks', {
      as: JANE,
      body: task,
    });
    expect(created).toEqual({ status: 201, body: { id: expect.any(String) } });
    const path = `/api/scaffolder/v2/tasks/${created.body.id}`;

    const own = await call('/api/scaffolder/v2/tasks', { as: JANE });
    expect(own.body.tasks).toHaveLength(1);
    expect((await call(path, { as: JANE })).status).toBe(200);

    const seen = await call('/api/scaffolder/v2/tasks', { as: GUEST });
    expect(seen).toMatchObject({ status: 200, body: { tasks: [] } });
    expect((await call(path, { as: GUEST })).status).toBe(403);
    expect((await call(`${path}/events`, { as: GUEST })).status).toBe(403);
  });
});

describe('the policy feature', () => {
  const start = (permission: { rbac?: object; callboard?: object }) =>
    startTestBackend({
      features: [
        mockServices.rootConfig.factory({
          data: { permission: { enabled: true, ...permission } },
        }),
        permissionBackend,
        policyFeature,
      ],
    });

  it('gives way to RBAC', async () => {
    await expect(start({ rbac: { admin: {} } })).rejects.toThrow(
      /No policy module installed/,
    );
  });

  it('does not start with an administrator that is not a reference', async () => {
    await expect(start({ callboard: { admins: ['jane'] } })).rejects.toThrow(
      /permission\.callboard\.admins\[0\] is "jane"/,
    );
  });

  it('does not start with roles that are wrong, and says all that is', async () => {
    await expect(
      start({
        callboard: {
          defaultRole: 'nobody',
          roles: { viewer: { members: ['contractors'] } },
        },
      }),
    ).rejects.toThrow(
      /roles\.viewer\.members\[0\] is "contractors"(.|\n)*defaultRole is "nobody"/,
    );
  });

  it('warns of conditions that can be got round', async () => {
    const logger = mockServices.logger.mock();
    logger.child.mockReturnValue(logger);
    const backend = await startTestBackend({
      features: [
        logger.factory,
        mockServices.rootConfig.factory({
          data: {
            permission: {
              enabled: true,
              callboard: {
                roles: {
                  partner: {
                    extends: 'developer',
                    conditions: { rule: 'HAS_LABEL', params: { label: 'a' } },
                  },
                },
              },
            },
          },
        }),
        permissionBackend,
        policyFeature,
      ],
    });
    await backend.stop();
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringMatching(
        /roles\.partner\.conditions .*catalog\.location\.\*/,
      ),
    );
  });

  it('clashes with a second policy rather than hide one', async () => {
    await expect(
      startTestBackend({
        features: [
          permissionBackend,
          permissionModuleCallboardPolicy,
          anotherPolicy,
        ],
      }),
    ).rejects.toThrow(/Policy already set/);
  });
});
