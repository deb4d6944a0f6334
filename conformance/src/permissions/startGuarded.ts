import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
  type BackendFeature,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import permissionBackend from '@backstage/plugin-permission-backend';
import searchBackend from '@backstage/plugin-search-backend';
import searchCatalog from '@backstage/plugin-search-backend-module-catalog';
import techdocsBackend from '@backstage/plugin-techdocs-backend';
import mcpActionsBackend from '@backstage/plugin-mcp-actions-backend';
import { guardedPermissionsServiceFactory } from '@callboard/plugin-access-node';
// eslint-disable-next-line @backstage/no-mixed-plugin-imports -- this is a suite of tests of it
import callboardCatalog from '@callboard/plugin-catalog-backend';
// eslint-disable-next-line @backstage/no-mixed-plugin-imports -- as above
import homeBackend from '@callboard/plugin-home-backend';
import policyFeature from '@callboard/plugin-permission-backend-module-policy';
import searchMemory from '@callboard/plugin-search-backend-module-memory';
import type { JsonObject } from '@backstage/types';
import { quickPolling } from '../engine/harness/quickPolling';
import { TestProvider } from '../engine/harness/testProvider';
import { until } from '../engine/harness/until';

// The stand-in for tokens does not tell a plugin that acts for a user from the user, as real tokens do.
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

/** A question to a portal, as somebody. */
export interface GuardedQuestion {
  /** As in `GET /catalog/entities`; below `/api`. */
  route: string;
  body?: unknown;
  headers?: Record<string, string>;
}

export const get = (path: string): GuardedQuestion => ({
  route: `GET ${path}`,
});

/** Everything through which an entity may be seen, behind the real permission backend and policy. */
export async function startGuarded(options: {
  entities: Entity[];
  /** Those that come once the portal has looked around, and so are new to it. @defaultValue none */
  later?: Entity[];
  /** `permission.callboard`. */
  callboard: JsonObject;
  /** In the place of the real permission backend and policy. */
  permissions?: BackendFeature[];
}) {
  quickPolling();
  const provider = new TestProvider('test');
  const scheduler = mockServices.scheduler();
  const testModule = createBackendModule({
    pluginId: 'catalog',
    moduleId: 'guarded',
    register(env) {
      env.registerInit({
        deps: { processing: catalogProcessingExtensionPoint },
        async init({ processing }) {
          processing.addEntityProvider(provider);
        },
      });
    },
  });
  const backend = await startTestBackend({
    features: [
      mockServices.rootConfig.factory({
        data: {
          permission: { enabled: true, callboard: options.callboard },
          backend: { actions: { pluginSources: ['catalog'] } },
          techdocs: { builder: 'external', publisher: { type: 'local' } },
          catalog: {
            processingInterval: { hours: 24 },
            rules: [{ allow: ['Component', 'Group', 'User', 'Location'] }],
          },
        },
      }),
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      guardedPermissionsServiceFactory,
      auth,
      httpAuthServiceFactory,
      ...(options.permissions ?? [permissionBackend, policyFeature]),
      callboardCatalog,
      testModule,
      searchBackend,
      searchMemory,
      searchCatalog,
      homeBackend,
      techdocsBackend,
      mcpActionsBackend,
    ],
  });
  const base = `http://127.0.0.1:${backend.server.port()}/api`;

  async function send(as: string, question: GuardedQuestion) {
    const [method, path] = question.route.split(' ');
    const response = await fetch(`${base}${path}`, {
      method,
      headers: {
        authorization: mockCredentials.user.header(as),
        ...(question.body !== undefined && {
          'content-type': 'application/json',
        }),
        ...question.headers,
      },
      body:
        question.body === undefined ? undefined : JSON.stringify(question.body),
    });
    const text = await response.text();
    return {
      status: response.status,
      text,
      retryAfter: response.headers.get('retry-after') ?? undefined,
    };
  }

  const operator = 'user:default/olivia';
  async function bring(entities: Entity[]) {
    let last = '';
    await provider.full(
      entities.map(entity => ({ entity, locationKey: 'test' })),
    );
    await until(
      async () => {
        const { text } = await send(operator, {
          route: 'GET /catalog/entities',
        });
        last = text;
        return JSON.parse(text).length === entities.length;
      },
      {
        describe: () => `The catalog does not have its entities: ${last}`,
        timeoutMs: 20_000,
      },
    );
    // Twice: what has not changed since is no more on its way.
    for (const _ of [1, 2]) {
      for (const { id } of await scheduler.getScheduledTasks()) {
        if (/search|index|home/.test(id)) await scheduler.triggerTask(id);
      }
    }
  }
  await bring(options.entities);
  if (options.later) await bring([...options.entities, ...options.later]);
  return { ask: send, operator, stop: () => backend.stop() };
}
