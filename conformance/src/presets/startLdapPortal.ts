import { createRequire } from 'node:module';
import { authServiceFactory } from '@backstage/backend-defaults/auth';
import {
  coreServices,
  createServiceFactory,
  type RootLoggerService,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import authPlugin from '@backstage/plugin-auth-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { SignInResponse } from './signIn';
import type { RunningSlapd } from './standIns/startSlapd';

/** The one that the portal's backend depends on. */
const { default: ldapProvider } = createRequire(
  require.resolve('backend/package.json'),
)('@callboard/plugin-auth-backend-module-ldap-provider');

/** What the portal answered to a user name and a password. */
export interface LdapAnswer {
  status: number;
  user?: string;
  email?: string;
  body: string;
}

export interface LdapPortal {
  signIn(username: string, password: string): Promise<LdapAnswer>;
  log(): string;
  stop(): Promise<void>;
}

/** The portal's sign-in with LDAP, with Grace and Alan in the catalog, against a directory. */
export async function startLdapPortal(options: {
  slapd: RunningSlapd;
  /** The address to use instead of the directory's own. */
  url?: string;
  ldap?: JsonObject;
  rejectUnauthorized?: boolean;
}): Promise<LdapPortal> {
  const { slapd, url = slapd.url, ldap, rejectUnauthorized } = options;
  const lines: string[] = [];
  const write = (message: string, meta?: unknown) =>
    lines.push(`${message} ${meta}`);
  const logger: RootLoggerService = {
    child: () => logger,
    debug: write,
    info: write,
    warn: write,
    error: write,
  };
  const { adminDn, password, suffix } = slapd.directory;
  const backend = await startTestBackend({
    features: [
      authPlugin,
      ldapProvider,
      authServiceFactory,
      catalogServiceMock.factory({
        entities: ['grace', 'alan'].map(name => ({
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'User',
          metadata: { name, namespace: 'default' },
        })),
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
                    adminDn,
                    adminPassword: password,
                    userSearchBase: suffix,
                    ...ldap,
                    ldapOpts: {
                      url,
                      ...(rejectUnauthorized !== undefined && {
                        tlsOptions: { rejectUnauthorized },
                      }),
                    },
                  },
                },
              },
            },
          },
        },
      }),
    ],
  });
  const address = `http://localhost:${backend.server.port()}/api/auth/ldap/refresh`;
  return {
    log: () => lines.join('\n'),
    stop: () => backend.stop(),
    async signIn(username, secret) {
      const response = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username, password: secret }),
      });
      const body = await response.text();
      const { profile, backstageIdentity } = JSON.parse(
        body,
      ) as Partial<SignInResponse>;
      return {
        status: response.status,
        user: backstageIdentity?.identity.userEntityRef,
        email: profile?.email,
        body,
      };
    },
  };
}
