import http from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { startTestSandbox } from '@callboard/github-sandbox/src/testing/startTestSandbox';
import express from 'express';
import knexFactory, { type Knex } from 'knex';
import { recordMirror } from '../../events/__testUtils__/recordMirror';
import { createEventHandler } from '../../events/createEventHandler';
import { handledEvents, type HandledEvent } from '../../events/handledEvents';
import { openDeliveryLedger } from '../../events/openDeliveryLedger';
import { migrationSource } from '../../store/migrations';
import { startActivity } from '../startActivity';
import { componentOf } from './componentOf';
import { openSceneGithub } from './openSceneGithub';
import { sceneCatalog } from './sceneCatalog';
import { sceneFiles } from './sceneFiles';

export { componentOf } from './componentOf';

export type ActivityScene = Awaited<ReturnType<typeof startActivityScene>>;

/**
 * The routes about builds and so on, with a real database, against a sandbox whose App sends its events here. Mel is in group `web`; Gina is a
 * guest. `hidden` of an entity's annotations hides it from Gina.
 */
export async function startActivityScene(
  options: {
    files?: Parameters<typeof startTestSandbox>[0] extends infer O
      ? NonNullable<O> extends { files?: infer F }
        ? F
        : never
      : never;
    /** Without it no event arrives. @defaultValue true */
    hasWebhook?: boolean;
    entities?: (url: string) => Entity[];
    sandbox?: Awaited<ReturnType<typeof startTestSandbox>>;
    trusted?: string[];
    /** Oscar's classic token in the place of the App. */
    token?: boolean;
  } = {},
) {
  const sandbox =
    options.sandbox ??
    (await startTestSandbox({ files: options.files ?? sceneFiles }));
  const { host } = new URL(sandbox.url);
  const now = () => new Date();
  const logger = mockServices.logger.mock();
  const root = openSceneGithub({ sandbox, token: options.token, logger, now });
  const knex: Knex = knexFactory({
    client: 'better-sqlite3',
    connection: ':memory:',
    useNullAsDefault: true,
  });
  await knex.migrate.latest({ migrationSource });

  const { catalog, permissions } = sceneCatalog({
    components: options.entities?.(sandbox.url) ?? [
      componentOf({ url: sandbox.url, name: 'shop' }),
    ],
  });
  const auditor = mockServices.auditor.mock();
  const audit: object[] = [];
  auditor.createEvent.mockImplementation(async ({ eventId, meta }) => ({
    success: async () => void audit.push({ eventId, ...meta, ok: true }),
    fail: async ({ error }: any) =>
      void audit.push({ eventId, ...meta, error: error.message }),
  }));
  const recorded = recordMirror({ host });
  const ledger = openDeliveryLedger({ knex, now });
  const open = async () =>
    (await startActivity({
      ...{ knex, auditor, catalog, permissions, now },
      github: root.forPlugin('github'),
      view: recorded.parts.view,
      owners: async () => [{ host, organisation: 'acme' }],
      httpAuth: mockServices.httpAuth({
        pluginId: 'github',
        defaultCredentials: mockCredentials.none(),
      }),
      auth: mockServices.auth(),
      discovery: mockServices.discovery(),
      scheduler: mockServices.scheduler.mock(),
      settings: {
        ...{ enabled: true, cacheMegabytes: 256 },
        trusted: options.trusted ?? [],
      },
    }))!;
  let activity = await open();
  const handle = createEventHandler({
    ...recorded.parts,
    ...{ ledger, logger },
    hostOf: url => root.credentials.hostOf(url)?.host,
    onActivityEvent: event => activity.onActivityEvent(event),
  });
  const received: string[] = [];
  const lost: string[] = [];
  const app = express()
    .post(
      '/hook',
      express.json({ limit: '25mb' }),
      async (request, response) => {
        const event = String(request.headers['x-github-event']);
        if (lost.includes(event)) {
          response.status(500).end();
          return;
        }
        received.push(event);
        if ((handledEvents as readonly string[]).includes(event)) {
          await handle({
            event: event as HandledEvent,
            payload: request.body,
            deliveryId: String(request.headers['x-github-delivery']),
          });
        }
        response.status(202).json({});
      },
    )
    .use((request, response, next) => activity.router(request, response, next))
    .use(mockErrorHandler());
  const server = await new Promise<http.Server>(resolve => {
    const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
  });
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  if (options.hasWebhook ?? true) {
    Object.assign(sandbox.app, {
      webhookUrl: `${base}/hook`,
      webhookSecret: 'secret',
      webhookActive: true,
    });
    sandbox.installation.events = [...handledEvents];
  }

  const call = async (
    route: string,
    more: { as?: 'mel' | 'gina'; body?: unknown } = {},
  ) => {
    const [method, target] = route.split(' ');
    const as = more.as ?? 'mel';
    const response = await fetch(`${base}${target}`, {
      method,
      headers: {
        authorization: mockCredentials.user.header(`user:default/${as}`),
        ...(more.body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(more.body !== undefined && { body: JSON.stringify(more.body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: isJson ? JSON.parse(text) : undefined,
    };
  };

  return {
    ...{ sandbox, host, base, knex, audit, received, lost, recorded, call },
    handle,
    onLost: (which: Parameters<typeof activity.onLost>[0]) =>
      activity.onLost(which),
    github: root.forPlugin('github'),
    /** Of an entity's route, as Mel. */
    get: async (path: string, name = 'shop') =>
      (await call(`GET /entities/component/default/${name}/${path}`)).body,
    /** Requests to GitHub since the last call, but for tokens of the App, as `GET /repos/acme/shop`. */
    asked() {
      const lines = sandbox.sandbox.requests
        .all()
        .filter(({ userAgent }) => userAgent?.includes('octokit'))
        .map(({ method, path }) => `${method} ${path.replace('/api/v3', '')}`)
        .filter(line => !/ \/app(\/|$)/.test(line));
      sandbox.sandbox.requests.clear();
      return lines;
    },
    /** Another process with the same database. */
    async restart() {
      activity = await open();
    },
    /** Changes something at GitHub as Olivia, and waits for what follows. */
    async change(route: string, body?: unknown) {
      const answer = await sandbox.call(route, { as: 'olivia', body });
      if (answer.status >= 300) throw new Error(`${route}: ${answer.text}`);
      await sandbox.sandbox.settled();
      return answer.body;
    },
    /** Writes a file to the default branch of a repository of `acme`. */
    async write(path: string, text: string, name = 'shop', branch = 'main') {
      const route = `/repos/acme/${name}/contents/${path}`;
      const known = await sandbox.call(`GET ${route}?ref=${branch}`, {
        as: 'olivia',
      });
      const answer = await sandbox.call(`PUT ${route}`, {
        as: 'olivia',
        body: {
          message: `Write ${path}`,
          content: Buffer.from(text).toString('base64'),
          branch,
          ...(known.body?.sha && { sha: known.body.sha }),
        },
      });
      if (answer.status >= 300) throw new Error(answer.text);
      await sandbox.sandbox.settled();
      return answer.body.commit.sha as string;
    },
    async stop() {
      // What is slow to be delivered must not meet a closed door.
      await sandbox.sandbox.settled();
      await sandbox.stop();
      await new Promise(resolve => {
        server.close(resolve);
        server.closeAllConnections();
      });
      root.close?.();
      await knex.destroy();
    },
  };
}
