import { auditorServiceFactory } from '@backstage/backend-defaults/auditor';
import { authServiceFactory } from '@backstage/backend-defaults/auth';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import {
  coreServices,
  createServiceFactory,
  type BackendFeature,
  type RootLoggerService,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject } from '@backstage/types';
import type { IssuedKey, KeyRequest } from '@callboard/plugin-access-common';
import {
  apiKeysServiceRef,
  createApiKeyDirectory,
  keyHttpAuthServiceFactory,
  keyTokenHandlerFactory,
} from '@callboard/plugin-access-node';
import request from 'supertest';
import { accessPlugin } from '../../plugin';
import { createAnswering } from './createAnswering';
import { createIssuer } from './createIssuer';

/** A key of the command `callboard keys`, as the launcher hands it to the portal. */
const COMMAND_KEY = 'c'.repeat(64);

/** A backend with stock's auth and permissions services, keys, and the plugins `alpha` and `beta`; see `createAnswering`. */
export async function startPortal(
  options: { auth?: JsonObject; features?: BackendFeature[] } = {},
) {
  let ahead = 0;
  const tokens: string[] = [];
  const logged: string[] = [];
  const logger = loggerInto(logged);
  const issuer = await createIssuer();
  const issued = (token: string) => tokens.push(token);
  const { server } = await startTestBackend({
    features: [
      accessPlugin,
      issuer.plugin,
      createAnswering({ id: 'alpha', issued }),
      createAnswering({ id: 'beta', issued }),
      authServiceFactory,
      auditorServiceFactory,
      permissionsServiceFactory,
      keyHttpAuthServiceFactory,
      keyTokenHandlerFactory,
      catalogServiceMock.factory(),
      createServiceFactory({
        service: apiKeysServiceRef,
        deps: {},
        factory: () =>
          createApiKeyDirectory({ now: () => new Date(Date.now() + ahead) }),
      }),
      createServiceFactory({
        service: coreServices.rootLogger,
        deps: {},
        factory: () => logger,
      }),
      mockServices.rootConfig.factory({
        data: {
          backend: {
            auth: {
              ...options.auth,
              externalAccess: [
                { type: 'callboard-key', options: {} },
                {
                  type: 'static',
                  options: { token: COMMAND_KEY, subject: 'callboard-keys' },
                },
              ],
            },
          },
        },
      }),
      ...(options.features ?? []),
    ],
  });
  const olivia = await issuer.tokenOf('user:default/olivia');
  const ask = (method: 'get' | 'post', path: string, token?: string) => {
    const asked = request(server)[method](path);
    return token === undefined
      ? asked
      : asked.set('authorization', `Bearer ${token}`);
  };
  return {
    ask,
    olivia,
    commandKey: COMMAND_KEY,
    /** All lines of the log, of all levels, those of the audit included. */
    logged,
    /** Tokens that plugins had issued for other plugins. */
    tokens,
    /** Sets the clock by which keys expire. */
    advance: (ms: number) => {
      ahead += ms;
    },
    async create(asked: Partial<KeyRequest> = {}): Promise<IssuedKey> {
      const answer = await ask('post', '/api/access/keys', olivia).send({
        ...{ name: 'ci', scopes: { readOnly: false } },
        ...asked,
      });
      if (answer.status !== 201) {
        throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
      }
      return answer.body;
    },
  };
}

function loggerInto(logged: string[], meta: unknown[] = []): RootLoggerService {
  const log = (...line: unknown[]) =>
    logged.push([...line, ...meta].map(textOf).join(' '));
  return {
    ...{ error: log, warn: log, info: log, debug: log },
    child: more => loggerInto(logged, [...meta, more]),
  };
}

function textOf(part: unknown): string {
  if (part instanceof Error) return `${part.stack} ${textOf(part.cause ?? '')}`;
  return typeof part === 'string' ? part : JSON.stringify(part);
}
