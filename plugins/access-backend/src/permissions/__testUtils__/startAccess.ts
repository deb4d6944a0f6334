import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
  type BackendFeature,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import {
  parseEntityRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { permissionRules } from '@backstage/plugin-catalog-backend/alpha';
import { catalogPermissions } from '@backstage/plugin-catalog-common/alpha';
import { catalogEntityPermissionResourceRef } from '@backstage/plugin-catalog-node/alpha';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import permissionBackend from '@backstage/plugin-permission-backend';
import type { JsonObject } from '@backstage/types';
import policyFeature from '@callboard/plugin-permission-backend-module-policy';
import { accessPlugin } from '../../plugin';
import { organisation } from './organisation';

const find = (ref: string) =>
  organisation.find(entity => stringifyEntityRef(entity) === ref.toLowerCase());

/** What of the catalog the permission framework asks: its permissions, and conditions on its entities. */
const catalogPlugin = createBackendPlugin({
  pluginId: 'catalog',
  register(env) {
    env.registerInit({
      deps: { registry: coreServices.permissionsRegistry },
      async init({ registry }) {
        registry.addResourceType({
          resourceRef: catalogEntityPermissionResourceRef,
          permissions: catalogPermissions,
          rules: Object.values(permissionRules) as any,
          getResources: async refs => refs.map(find),
        });
      },
    });
  },
});

// The stand-in of the test utilities puts nobody into a group.
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
        ownershipEntityRefs: [userEntityRef, ...groupsOf(find(userEntityRef))],
      };
    },
  }),
});

function groupsOf(entity?: Entity): string[] {
  return (entity?.relations ?? [])
    .filter(({ type }) => type === 'memberOf')
    .map(({ targetRef }) => stringifyEntityRef(parseEntityRef(targetRef)));
}

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
            actor: { subject: 'plugin:another' },
          })
        : credentials;
    };
    return service;
  },
});

/** A portal with the permission backend, the built-in policy and the plugin `access`. */
export async function startAccess(options: {
  /** `permission.callboard`. */
  callboard?: JsonObject;
  config?: JsonObject;
  features?: BackendFeature[];
}) {
  const backend = await startTestBackend({
    features: [
      mockServices.rootConfig.factory({
        data: {
          ...options.config,
          permission: { enabled: true, callboard: options.callboard ?? {} },
        },
      }),
      permissionsServiceFactory,
      auth,
      httpAuthServiceFactory,
      userInfo,
      catalogServiceMock.factory({ entities: organisation }),
      catalogPlugin,
      permissionBackend,
      policyFeature,
      accessPlugin,
      ...(options.features ?? []),
    ],
  });
  const baseUrl = `http://localhost:${backend.server.port()}/api`;

  async function ask(
    route: string,
    about: { as?: string; service?: string; body?: unknown } = {},
  ) {
    const [method, path] = route.split(' ');
    const { as, service, body } = about;
    let authorization = mockCredentials.none.header();
    if (as) authorization = mockCredentials.user.header(as);
    if (service) {
      authorization = mockCredentials.service.header({
        onBehalfOf: mockCredentials.service(service),
        targetPluginId: 'access',
      });
    }
    const response = await fetch(`${baseUrl}${path}`, {
      method,
      headers: { 'content-type': 'application/json', authorization },
      body: body ? JSON.stringify(body) : undefined,
    });
    const text = await response.text();
    return {
      status: response.status,
      body: text ? JSON.parse(text) : undefined,
      message: text ? JSON.parse(text).error?.message : undefined,
    };
  }
  return { ask, stop: () => backend.stop() };
}
