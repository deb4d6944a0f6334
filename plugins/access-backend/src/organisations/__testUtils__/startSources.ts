import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { JsonObject } from '@backstage/types';
import type { OrganisationData } from '@callboard/plugin-access-common';
import {
  createProviderObservations,
  providerObservationsServiceRef,
  type ObservedSync,
  type PeopleInCatalog,
} from '@callboard/plugin-access-node';
import express from 'express';
import request from 'supertest';
import { accessPlugin } from '../../plugin';

export const OPERATOR = 'user:default/olivia';
export const READER = 'user:default/rita';

/** Answers of the plugins that are asked, by plugin and path; a number is a status. */
export type Answers = Record<string, unknown>;

/** The plugin between stand-ins of `catalog` and `github` that answer as they are told. `requests` are those that change something. */
export async function startSources(options: {
  providers?: JsonObject;
  answers?: Answers;
  catalog?: Partial<PeopleInCatalog>;
}) {
  const { providers = {}, answers = {}, catalog } = options;
  const requests: string[] = [];
  const audit: unknown[] = [];
  const observations = createProviderObservations({ now: () => new Date() });
  if (catalog) {
    observations.openCatalog({
      countOf: () => ({ users: 0, groups: 0 }),
      invalid: async () => [],
      ...catalog,
    });
  }
  const standIn = (pluginId: string) =>
    createBackendPlugin({
      pluginId,
      register: env =>
        env.registerInit({
          deps: { http: coreServices.httpRouter },
          async init({ http }) {
            const router = express.Router();
            router.use(express.json(), ({ method, url, body }, response) => {
              const path = decodeURIComponent(url);
              if (method === 'POST') {
                requests.push(`${pluginId} ${path} ${JSON.stringify(body)}`);
              }
              const answer = answers[`${pluginId} ${path}`] ?? 404;
              if (typeof answer === 'number') response.sendStatus(answer);
              else response.json(answer);
            });
            http.use(router as never);
          },
        }),
    });
  const auditor = mockServices.auditor.mock({
    createEvent: async event => {
      audit.push({ eventId: event.eventId, meta: event.meta });
      return { success: async () => {}, fail: async () => {} };
    },
  });
  const backend = await startTestBackend({
    features: [
      accessPlugin,
      standIn('catalog'),
      standIn('github'),
      auditor.factory,
      catalogServiceMock.factory(),
      mockServices.permissions.mock({
        authorize: async (asked, { credentials }: any = {}) =>
          asked.map(() => ({
            result:
              credentials.principal.userEntityRef === READER
                ? AuthorizeResult.DENY
                : AuthorizeResult.ALLOW,
          })) as never,
      }).factory,
      createServiceFactory({
        service: providerObservationsServiceRef,
        deps: {},
        factory: () => observations,
      }),
      mockServices.rootConfig.factory({
        data: { catalog: { providers } },
      }),
    ],
  });
  const as = (person: string) => ({
    authorization: mockCredentials.user.header(person),
  });
  const path = '/api/access/organisations';
  const get = (person = OPERATOR) =>
    request(backend.server).get(path).set(as(person));
  return {
    stop: () => backend.stop(),
    requests,
    audit,
    observations,
    get,
    async sources(): Promise<OrganisationData['sources']> {
      const { status, body } = await get();
      if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
      return body.sources;
    },
    sync: (id: string, person = OPERATOR) =>
      request(backend.server)
        .post(`${path}/${encodeURIComponent(id)}/sync`)
        .set(as(person)),
    /** Has a provider's run observed. */
    async observe(options_: {
      providerName: string;
      people?: Partial<NonNullable<ObservedSync['people']>>;
      error?: string;
    }) {
      const { providerName, people, error } = options_;
      const taskId = `${providerName}:refresh`;
      await observations.run({
        taskId,
        run: async () => {
          if (error) {
            observations.logged({ taskId, level: 'error', message: error });
          }
          if (!people) return;
          observations.mutated({
            providerName,
            startedAt: new Date(),
            endedAt: new Date(),
            people: {
              ...{ users: 0, groups: 0 },
              ...{ added: [], changed: [], removed: [], conflicts: [] },
              ...people,
            },
          });
        },
      });
    },
  };
}
