import http from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { startTestSandbox } from '@callboard/github-sandbox/src/testing/startTestSandbox';
import { createRootGithubService } from '@callboard/plugin-github-node';
import express from 'express';
import knexFactory, { type Knex } from 'knex';
import { recordMirror } from '../../events/__testUtils__/recordMirror';
import { createEventHandler } from '../../events/createEventHandler';
import { handledEvents, type HandledEvent } from '../../events/handledEvents';
import { openDeliveryLedger } from '../../events/openDeliveryLedger';
import { migrationSource } from '../../store/migrations';
import { startActivity } from '../startActivity';

export const WORKFLOW = `name: CI
on: [push, pull_request]
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - run: echo "all is well"
      # Red once, where the commit says so.
      - run: test "$MESSAGE" != "Write broken" || test "$GITHUB_RUN_ATTEMPT" != 1
        env: { MESSAGE: "\${{ github.event.head_commit.message }}" }
`;

export const RELEASE = `name: Release
on:
  workflow_dispatch:
    inputs:
      level: { type: choice, options: [patch, minor], default: patch, required: true }
      note: { type: string }
jobs:
  release:
    runs-on: ubuntu-latest
    steps:
      - run: echo "a release"
`;

const FILES = {
  'README.md': '# Shop\n\n<script>alert(1)</script>\n',
  '.github/workflows/ci.yml': WORKFLOW,
  '.github/workflows/release.yml': RELEASE,
};

export type ActivityScene = Awaited<ReturnType<typeof startActivityScene>>;

/** A component whose descriptor lies in its repository, unless it is said where else. Group `web` owns it. */
export function componentOf(options: {
  url: string;
  name: string;
  slug?: string;
  location?: string;
}): Entity {
  const { url, name, slug = `acme/${name}` } = options;
  const at = `url:${url}/acme/${name}/tree/main/catalog-info.yaml`;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      annotations: {
        'github.com/project-slug': slug,
        'backstage.io/managed-by-location': options.location ?? at,
      },
    },
    spec: { owner: 'web' },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/web' }],
  };
}

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
    (await startTestSandbox({ files: options.files ?? FILES }));
  const { host } = new URL(sandbox.url);
  const now = () => new Date();
  const logger = mockServices.logger.mock();
  const root = createRootGithubService({
    config: mockServices.rootConfig({
      data: {
        integrations: {
          github: [
            {
              host,
              apiBaseUrl: `${sandbox.url}/api/v3`,
              ...(options.token
                ? { token: sandbox.tokens.olivia }
                : {
                    apps: [
                      {
                        appId: sandbox.app.id,
                        clientId: 'Iv1.portal',
                        clientSecret: 'portal-secret',
                        privateKey: sandbox.privateKey,
                      },
                    ],
                  }),
            },
          ],
        },
      },
    }),
    logger,
    now,
  });
  const knex: Knex = knexFactory({
    client: 'better-sqlite3',
    connection: ':memory:',
    useNullAsDefault: true,
  });
  await knex.migrate.latest({ migrationSource });

  const user: Entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: {
      name: 'mel',
      namespace: 'default',
      annotations: { 'github.com/user-login': 'mel' },
    },
    spec: {},
    relations: [{ type: 'memberOf', targetRef: 'group:default/web' }],
  };
  const group: Entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'web', namespace: 'default' },
    spec: { type: 'team', children: [] },
  };
  const entities = [
    user,
    group,
    ...(options.entities?.(sandbox.url) ?? [
      componentOf({ url: sandbox.url, name: 'shop' }),
    ]),
  ];
  const isHidden = ({ metadata }: Entity) =>
    metadata.annotations?.hidden === 'true';
  const everything = catalogServiceMock({ entities });
  const some = catalogServiceMock({
    entities: entities.filter(each => !isHidden(each)),
  });
  const catalogOf = (given?: object) => {
    const { credentials } = (given ?? {}) as { credentials?: any };
    return credentials?.principal.userEntityRef === 'user:default/gina'
      ? some
      : everything;
  };
  const catalog = catalogServiceMock.mock({
    getEntityByRef: async (ref, given) =>
      catalogOf(given).getEntityByRef(ref, given),
    getEntitiesByRefs: async (request, given) =>
      catalogOf(given).getEntitiesByRefs(request, given),
    queryEntities: async (request, given) =>
      catalogOf(given).queryEntities(request, given),
  });

  const auditor = mockServices.auditor.mock();
  const audit: object[] = [];
  auditor.createEvent.mockImplementation(async ({ eventId, meta }) => ({
    success: async () => void audit.push({ eventId, ...meta, ok: true }),
    fail: async ({ error }: any) =>
      void audit.push({ eventId, ...meta, error: error.message }),
  }));
  // As the policy decides: owners may, and nobody else.
  const permissions = mockServices.permissions.mock({
    authorize: async (asked, { credentials } = {} as any) =>
      asked.map(({ resourceRef }: any) => {
        const { principal } = credentials as any;
        const entity = entities.find(
          ({ metadata }) =>
            resourceRef === `component:default/${metadata.name}`,
        );
        const owns = entity?.relations?.some(
          ({ targetRef }) => targetRef === 'group:default/web',
        );
        return {
          result:
            owns && principal.userEntityRef === 'user:default/mel'
              ? AuthorizeResult.ALLOW
              : AuthorizeResult.DENY,
        };
      }),
  });
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
