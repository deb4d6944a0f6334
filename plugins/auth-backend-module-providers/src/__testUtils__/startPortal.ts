import { authServiceFactory } from '@backstage/backend-defaults/auth';
import {
  type BackendFeature,
  coreServices,
  createServiceFactory,
  type RootLoggerService,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import authPlugin from '@backstage/plugin-auth-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject } from '@backstage/types';
import {
  createSignInFailures,
  signInFailuresServiceRef,
} from '@callboard/plugin-access-node';
import authProviders from '..';
import { CookieJar } from './CookieJar';

/** A user of the catalog. */
export const user = (options: {
  name: string;
  email?: string;
  annotations?: Record<string, string>;
}): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: {
    name: options.name,
    namespace: 'default',
    annotations: options.annotations,
  },
  spec: { profile: { email: options.email }, memberOf: [] },
});

/** What the popup tells the page that opened it. */
export interface PopupAnswer {
  profile?: { email?: string; displayName?: string };
  providerInfo?: { accessToken: string; scope: string };
  backstageIdentity?: { token: string; identity: { userEntityRef: string } };
  error?: { name: string; message: string };
}

/** The stock auth backend with real tokens and these providers, and a browser. */
export async function startPortal(options: {
  providers: JsonObject;
  users?: Entity[];
  config?: JsonObject;
  features?: BackendFeature[];
}) {
  const lines: string[] = [];
  const write = (message: string, meta?: unknown) =>
    lines.push(
      `${message} ${JSON.stringify(meta)} ${(meta as Error)?.stack ?? ''}`,
    );
  const logger: RootLoggerService = {
    child: () => logger,
    debug: write,
    info: write,
    warn: write,
    error: write,
  };
  const failures = createSignInFailures({ logger });
  const backend = await startTestBackend({
    features: [
      authPlugin,
      authProviders,
      authServiceFactory,
      ...(options.features ?? []),
      catalogServiceMock.factory({ entities: options.users ?? [] }),
      createServiceFactory({
        service: signInFailuresServiceRef,
        deps: {},
        factory: () => failures,
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
            environment: 'production',
            session: { secret: 'of-a-test' },
            providers: options.providers,
          },
          ...options.config,
        },
      }),
    ],
  });
  const url = `http://localhost:${backend.server.port()}`;
  const jar = new CookieJar();

  const get = async (address: string, init: RequestInit = {}) => {
    const response = await fetch(address, {
      ...init,
      redirect: 'manual',
      headers: { ...jar.header(address), ...init.headers },
    });
    jar.take(response);
    return response;
  };
  return {
    url,
    /** All that was logged so far. */
    log: () => lines.join('\n'),
    failures,
    get,
    jar,
    stop: () => backend.stop(),
    /** Where the browser is sent to sign in. */
    async start(provider: string, more: Record<string, string> = {}) {
      const query = new URLSearchParams({ env: 'production', ...more });
      const response = await get(`${url}/api/auth/${provider}/start?${query}`);
      return {
        status: response.status,
        location: response.headers.get('location')!,
      };
    },
    /** What the page learns from the popup that comes back to this address. */
    callback: async (address: string): Promise<PopupAnswer> =>
      readPopup(await get(address)),
    async refresh(provider: string) {
      const response = await get(
        `${url}/api/auth/${provider}/refresh?env=production`,
        { headers: { 'x-requested-with': 'XMLHttpRequest' } },
      );
      return { status: response.status, body: (await response.json()) as any };
    },
  };
}

export async function readPopup(response: Response): Promise<PopupAnswer> {
  const html = await response.text();
  const encoded = /authResponse = decodeURIComponent\('([^']*)'\)/.exec(html);
  if (!encoded) throw new Error(`No answer of a popup: ${html}`);
  const { response: answer, error } = JSON.parse(
    decodeURIComponent(encoded[1]),
  );
  return { ...answer, error };
}
