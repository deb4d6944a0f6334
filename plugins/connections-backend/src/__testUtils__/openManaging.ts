import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { MiddlewareFactory } from '@backstage/backend-defaults/rootHttpRouter';
import {
  mockCredentials,
  mockServices,
  type TestDatabases,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { JsonObject } from '@backstage/types';
import { createRootGithubService } from '@callboard/plugin-github-node';
import express from 'express';
import request from 'supertest';
/* eslint-disable @backstage/no-forbidden-package-imports -- it is for tests, and so not exported */
import { Browser } from '@callboard/github-sandbox/src/oauth/__testUtils__/Browser';
import { startTestSandbox } from '@callboard/github-sandbox/src/testing/startTestSandbox';
/* eslint-enable @backstage/no-forbidden-package-imports */
import { createCreationRouter } from '../apps/createCreationRouter';
import { openCreationStates } from '../apps/states/openCreationStates';
import { openDatabase } from '../database/openDatabase';
import { createRotationRouter } from '../rotation/createRotationRouter';

/** Operators in the tests; everybody else may change nothing. */
const OPERATORS = ['user:default/olivia', 'user:default/oscar'];

/** A sandbox, and the routes that change connections, as a portal with this configuration serves them. */
export async function openManaging(options: {
  databases: TestDatabases;
  /** Of the entry for the sandbox. */
  entry?: JsonObject;
  config?: JsonObject;
  /** What depends on where the sandbox is. */
  connections?: (host: string, url: string) => JsonObject;
  /** Without it what is stored lasts as long as the process. */
  file?: string | null;
}) {
  const sandbox = await startTestSandbox();
  const { host } = new URL(sandbox.url);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'connections-'));
  const file =
    options.file === undefined
      ? path.join(folder, 'connections', 'credentials.json')
      : options.file ?? undefined;
  const logged: unknown[] = [];
  const log = (...line: unknown[]) => logged.push(line);
  const logger = mockServices.logger.mock({
    error: log,
    warn: log,
    info: log,
    debug: log,
    child: () => logger,
  });
  const config = mockServices.rootConfig({
    data: {
      app: { title: 'Callboard', baseUrl: 'http://localhost:7007' },
      backend: { baseUrl: 'http://localhost:7007' },
      integrations: {
        github: [
          {
            host,
            apiBaseUrl: `${sandbox.url}/api/v3`,
            ...options.entry,
          },
        ],
      },
      catalog: {
        providers: {
          github: { acme: { host, organization: 'acme' } },
          githubOrg: { id: 'acme', githubUrl: sandbox.url, orgs: ['acme'] },
        },
      },
      ...options.config,
      ...options.connections?.(host, sandbox.url),
      callboard: {
        github: file ? { storedCredentials: file } : {},
        ...(options.config?.callboard as JsonObject),
      },
    },
  });
  const now = () => sandbox.sandbox.clock.now();
  const github = createRootGithubService({ config, logger, now });
  const knex = await options.databases.init('SQLITE_3');
  await openDatabase({
    database: mockServices.database.mock({ getClient: async () => knex }),
  });
  const audit: JsonObject[] = [];
  const auditor = mockServices.auditor.mock({
    async createEvent({ eventId, severityLevel, meta }) {
      const event = { eventId, severityLevel, meta };
      return {
        success: async more => {
          audit.push({ ...event, outcome: 'success', ...more } as JsonObject);
        },
        fail: async ({ error, ...more }) => {
          const { name, message, stack } = error;
          audit.push({
            ...event,
            outcome: 'failure',
            error: { name, message, stack },
            ...more,
          } as JsonObject);
        },
      };
    },
  });
  const httpAuth = mockServices.httpAuth({
    pluginId: 'connections',
    defaultCredentials: mockCredentials.none(),
  });
  const services = {
    github,
    config,
    auditor,
    now,
    httpAuth,
    permissions: mockServices.permissions.mock({
      authorize: async (asked, { credentials }: any) =>
        asked.map(() => ({
          result: OPERATORS.includes(credentials.principal.userEntityRef)
            ? AuthorizeResult.ALLOW
            : AuthorizeResult.DENY,
        })),
    }),
  };
  const app = express();
  app.use(
    createCreationRouter({
      ...services,
      states: openCreationStates({ knex, now }),
    }),
    createRotationRouter(services),
    MiddlewareFactory.create({ config, logger }).error(),
  );
  const browser = new Browser(sandbox.url);

  return {
    sandbox,
    host,
    github,
    file,
    audit,
    logged,
    /** Asks as one of the people. */
    post: async (
      route: string,
      body: object | string,
      as: string | null = 'olivia',
    ) => {
      const asked = request(app).post(route);
      if (as !== null) {
        asked.set(
          'authorization',
          mockCredentials.user.header(`user:default/${as}`),
        );
      }
      const {
        status,
        body: answer,
        headers,
      } = await asked.set('content-type', 'application/json').send(body);
      return {
        status,
        body: answer,
        headers,
        message: answer?.error?.message as string,
      };
    },
    /** What the person does on GitHub: says yes. Resolves to what the browser comes back with. */
    async sayYes(form: { action: string; manifest: string }) {
      const { pathname, search } = new URL(form.action);
      const confirm = await browser.open(`${pathname}${search}`, {
        method: 'POST',
        body: new URLSearchParams({ manifest: form.manifest }),
      });
      const { name } = JSON.parse(form.manifest);
      const done = await browser.submit(confirm, { name, login: 'olivia' });
      const { searchParams, origin, pathname: page } = new URL(done.location!);
      return {
        page: `${origin}${page}`,
        code: searchParams.get('code')!,
        state: searchParams.get('state')!,
      };
    },
    async stop() {
      github.close();
      await sandbox.stop();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}
