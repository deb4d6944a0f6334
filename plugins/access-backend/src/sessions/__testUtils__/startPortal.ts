import { databaseServiceFactory } from '@backstage/backend-defaults/database';
import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import {
  coreServices,
  createBackendModule,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import authPlugin from '@backstage/plugin-auth-backend';
import {
  authProvidersExtensionPoint,
  createOAuthProviderFactory,
  type OAuthAuthenticator,
} from '@backstage/plugin-auth-node';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import permissionPlugin from '@backstage/plugin-permission-backend';
import {
  accessAuthServiceFactory,
  coalesceRefresh,
  sessionsServiceRef,
} from '@callboard/plugin-access-node';
import policyModule from '@callboard/plugin-permission-backend-module-policy';
import Router from 'express-promise-router';
import request from 'supertest';
import { accessPlugin } from '../../plugin';
import { authModuleSessions } from '../authModuleSessions';
import { createUserInfoServiceFactory } from '../createUserInfoServiceFactory';
import { createRotatingProvider } from './createRotatingProvider';

export type TestPortal = Awaited<ReturnType<typeof startPortal>>;

/** People in the catalog, and their groups. Can be changed. */
export type TestPeople = Map<string, string[]>;

/** A backend with real auth, sessions, permissions and policy. The catalog is what `people` says. */
export async function startPortal(options: {
  people: TestPeople;
  provider?: ReturnType<typeof createRotatingProvider>;
  /** In the place of `provider`. */
  authenticator?: OAuthAuthenticator<any, any>;
  /** Who somebody is by what the provider says. @defaultValue the profile's id */
  nameOf?: (profile: any) => string;
  /** A folder in which the databases are, so that they outlive the portal. @defaultValue in memory */
  directory?: string;
  /** Replaces the connection to the databases. */
  database?: object;
  config?: object;
}) {
  const { people, provider = createRotatingProvider(), directory } = options;
  const entityOf = (ref: string): Entity | undefined => {
    const groups = people.get(ref);
    return (
      groups && {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'User',
        metadata: { name: ref.split('/')[1], namespace: 'default' },
        spec: {},
        relations: groups.map(targetRef => ({ type: 'memberOf', targetRef })),
      }
    );
  };
  const all = () => [...people.keys()].map(ref => entityOf(ref)!);
  const catalog = {
    getEntityByRef: async (ref: string | { name: string }) =>
      entityOf(typeof ref === 'string' ? ref : `user:default/${ref.name}`),
    getEntitiesByRefs: async ({ entityRefs }: { entityRefs: string[] }) => ({
      items: entityRefs.map(entityOf),
    }),
    getEntities: async () => ({ items: all() }),
    queryEntities: async () => ({ items: all(), totalItems: people.size }),
  };

  const keyReads = { count: 0 };
  const backend = await startTestBackend({
    features: [
      accessAuthServiceFactory,
      httpAuthServiceFactory,
      permissionsServiceFactory,
      createUserInfoServiceFactory(),
      ...(directory || options.database ? [databaseServiceFactory] : []),
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => catalog as never,
      }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost:3000' },
          auth: {
            environment: 'development',
            providers: { test: { development: {} } },
          },
          permission: {
            enabled: true,
            callboard: { admins: ['group:default/operators'] },
          },
          ...((directory || options.database) && {
            backend: {
              baseUrl: 'http://localhost:7007',
              database: options.database ?? {
                client: 'better-sqlite3',
                connection: { directory },
              },
            },
          }),
          ...options.config,
        },
      }),
      authPlugin,
      authModuleSessions,
      signInModule({
        authenticator: options.authenticator ?? provider.authenticator,
        nameOf: options.nameOf ?? (profile => profile.id),
        keyReads,
      }),
      permissionPlugin,
      policyModule,
      accessPlugin,
      probePlugin('probe'),
      probePlugin('other'),
    ],
  });

  const { server } = backend;
  return {
    server,
    /** How often the public keys of users' tokens were read. */
    keyReads: () => keyReads.count,
    stop: () => backend.stop(),
    provider,
    /** A browser, with cookies of its own. */
    browser() {
      const agent = request.agent(server);
      return {
        agent,
        /** Begins a sign-in, and says the state. */
        async start() {
          const started = await agent.get(
            '/api/auth/test/start?env=development',
          );
          return new URL(started.headers.location).searchParams.get('state')!;
        },
        finish: (asked: { state: string; code: string }) =>
          agent.get('/api/auth/test/handler/frame').query(asked),
        /** Signs a person in. @returns the token */
        async signIn(name: string) {
          const code = `${name}:${Math.random()}`;
          return tokenOf(
            await this.finish({ state: await this.start(), code }),
          );
        },
        refresh: () =>
          agent
            .get('/api/auth/test/refresh?env=development')
            .set('x-requested-with', 'XMLHttpRequest'),
        logout: () =>
          agent
            .post('/api/auth/test/logout?env=development')
            .set('x-requested-with', 'XMLHttpRequest'),
      };
    },
    /** Asks as the person with the token. */
    as: (token: string) => ({
      get: (path: string) =>
        request(server).get(path).set('authorization', `Bearer ${token}`),
      post: (path: string) =>
        request(server).post(path).set('authorization', `Bearer ${token}`),
    }),
  };
}

/** The token in the page of a popup. Throws the error that it has instead. */
export function tokenOf(page: { text: string }): string {
  const [, encoded] = page.text.match(/decodeURIComponent\('([^']*)'\)/)!;
  const { response, error } = JSON.parse(decodeURIComponent(encoded));
  if (error) throw new Error(error.message);
  return response.backstageIdentity.token;
}

function signInModule(options: {
  authenticator: OAuthAuthenticator<any, any>;
  nameOf(profile: any): string;
  keyReads: { count: number };
}) {
  const { authenticator, nameOf, keyReads } = options;
  return createBackendModule({
    pluginId: 'auth',
    moduleId: 'test-provider',
    register(env) {
      env.registerInit({
        deps: {
          providers: authProvidersExtensionPoint,
          router: coreServices.httpRouter,
          sessions: sessionsServiceRef,
        },
        async init({ providers, router, sessions }) {
          router.use((req, _res, next) => {
            if (req.path.endsWith('/jwks.json')) keyReads.count++;
            next();
          });
          providers.registerProvider({
            providerId: 'test',
            factory: createOAuthProviderFactory({
              authenticator: coalesceRefresh({
                authenticator,
                providerId: 'test',
                store: async () => (await sessions.store()).refreshes,
              }),
              signInResolver: ({ result }, context) =>
                context.signInWithCatalogUser({
                  entityRef: { name: nameOf(result.fullProfile) },
                }),
            }),
          });
        },
      });
    },
  });
}

/** Says who asks it, itself or through the other one, and issues the cookie that documentation uses. */
function probePlugin(pluginId: 'probe' | 'other') {
  return createBackendPlugin({
    pluginId,
    register(env) {
      env.registerInit({
        deps: {
          auth: coreServices.auth,
          discovery: coreServices.discovery,
          httpAuth: coreServices.httpAuth,
          router: coreServices.httpRouter,
          userInfo: coreServices.userInfo,
        },
        async init({ auth, discovery, httpAuth, router, userInfo }) {
          const routes = Router();
          router.addAuthPolicy({ path: '/page', allow: 'user-cookie' });
          routes.get('/me', async (req, res) => {
            const credentials = await httpAuth.credentials(req, {
              allow: ['user'],
            });
            res.json(await userInfo.getUserInfo(credentials));
          });
          routes.get('/cookie', async (_req, res) => {
            await httpAuth.issueUserCookie(res);
            res.json({});
          });
          routes.get('/page', async (req, res) => {
            await httpAuth.credentials(req, {
              allow: ['user'],
              allowLimitedAccess: true,
            });
            res.json({});
          });
          routes.get('/through', async (req, res) => {
            const { token } = await auth.getPluginRequestToken({
              onBehalfOf: await httpAuth.credentials(req),
              targetPluginId: 'other',
            });
            res.json({
              token,
              url: `${await discovery.getBaseUrl('other')}/me`,
            });
          });
          router.use(routes);
        },
      });
    },
  });
}
