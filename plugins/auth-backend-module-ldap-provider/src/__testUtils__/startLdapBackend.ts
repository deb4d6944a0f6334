import { authServiceFactory } from '@backstage/backend-defaults/auth';
import {
  coreServices,
  createServiceFactory,
  type RootLoggerService,
} from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import authPlugin from '@backstage/plugin-auth-backend';
import {
  type CatalogService,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import ldapProvider from '..';

const user = (name: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name, namespace: 'default' },
  spec: { profile: { displayName: name } },
});

/** The stock auth backend with real tokens, this module, and Grace and Alan in the catalog. */
export async function startLdapBackend(): Promise<{
  backend: TestBackend;
  url: string;
  catalog: CatalogService;
  /** All that was logged so far. */
  log(): string;
  post(options: {
    path?: string;
    json?: unknown;
    cookie?: string;
    headers?: Record<string, string>;
    body?: string;
  }): Promise<Response>;
}> {
  const lines: string[] = [];
  const write = (message: string, meta?: unknown) =>
    lines.push(
      `${message} ${meta} ${JSON.stringify(meta)} ${(meta as Error)?.stack}`,
    );
  const logger: RootLoggerService = {
    child: () => logger,
    debug: write,
    info: write,
    warn: write,
    error: write,
  };
  const catalog = catalogServiceMock({
    entities: [user('grace'), user('alan')],
  });
  const backend = await startTestBackend({
    features: [
      authPlugin,
      ldapProvider,
      authServiceFactory,
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => catalog,
      }),
      createServiceFactory({
        service: coreServices.rootLogger,
        deps: {},
        factory: () => logger,
      }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost:3000' },
          auth: {
            providers: {
              ldap: {
                production: {
                  ldapAuthenticationOptions: {
                    ldapOpts: { url: 'ldap://localhost:1' },
                    userSearchBase: 'dc=example',
                  },
                },
              },
            },
          },
        },
      }),
    ],
  });
  const url = `http://localhost:${backend.server.port()}/api/auth/ldap`;
  return {
    backend,
    url,
    catalog,
    log: () => lines.join('\n'),
    post: ({ path = 'refresh', json, cookie, headers, body }) =>
      fetch(`${url}/${path}`, {
        method: 'POST',
        headers: {
          ...(cookie && { cookie: `callboard-ldap-session=${cookie}` }),
          ...(json === undefined
            ? { 'x-requested-with': 'XMLHttpRequest' }
            : { 'content-type': 'application/json' }),
          ...headers,
        },
        body: json === undefined ? body : JSON.stringify(json),
      }),
  };
}
