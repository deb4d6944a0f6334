import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import templateKind from '@backstage/plugin-catalog-backend-module-scaffolder-entity-model';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
// eslint-disable-next-line @backstage/no-mixed-plugin-imports -- this is a suite of tests of it
import accessPlugin from '@callboard/plugin-access-backend';
// eslint-disable-next-line @backstage/no-mixed-plugin-imports -- this is a suite of tests of it
import catalogPlugin from '@callboard/plugin-catalog-backend';
import {
  accessAuthServiceFactory,
  keyHttpAuthServiceFactory,
  keyTokenHandlerFactory,
} from '@callboard/plugin-access-node';
import { until } from '../engine/harness/until';

jest.setTimeout(180_000);

const COMMAND_KEY = 'c'.repeat(64);
const TEMPLATE = `
apiVersion: scaffolder.backstage.io/v1beta3
kind: Template
metadata:
  name: greet
spec:
  type: service
  owner: guests
  steps:
    - id: find
      action: catalog:fetch
      input:
        entityRef: template:default/greet
    - id: say
      action: debug:log
      input:
        message: Hello from \${{ steps.find.output.entity.metadata.name }}
`;

let folder: string;
let base: string;
beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'template-run-'));
  fs.writeFileSync(path.join(folder, 'template.yaml'), TEMPLATE);
  const { server } = await startTestBackend({
    features: [
      accessPlugin,
      catalogPlugin,
      templateKind,
      scaffolderPlugin,
      accessAuthServiceFactory,
      keyHttpAuthServiceFactory,
      keyTokenHandlerFactory,
      permissionsServiceFactory,
      mockServices.rootConfig.factory({
        data: {
          backend: {
            auth: {
              externalAccess: [
                { type: 'callboard-key', options: {} },
                {
                  type: 'static',
                  options: { token: COMMAND_KEY, subject: 'callboard-keys' },
                },
              ],
            },
          },
          catalog: {
            rules: [{ allow: ['Template'] }],
            locations: [
              { type: 'file', target: path.join(folder, 'template.yaml') },
            ],
          },
        },
      }),
    ],
  });
  base = `http://localhost:${server.port()}/api`;
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const ask = (route: string, token: string, body?: object) => {
  const [method, where] = route.split(' ');
  return fetch(`${base}${where}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body && { 'content-type': 'application/json' }),
    },
    body: body && JSON.stringify(body),
  });
};

async function create(scopes: object): Promise<string> {
  const answer = await ask('POST /access/keys', COMMAND_KEY, {
    name: 'ci',
    scopes,
  });
  expect(answer.status).toBe(201);
  return (await answer.json()).key;
}

const start = (key: string) =>
  ask('POST /scaffolder/v2/tasks', key, {
    templateRef: 'template:default/greet',
    values: {},
  });

it('a key that opens scaffolder and catalog starts a template and follows its log to the end', async () => {
  const key = await create({ plugins: ['scaffolder', 'catalog'] });
  const template = 'GET /catalog/entities/by-name/template/default/greet';
  await until(async () => (await ask(template, key)).status === 200, {
    describe: () => 'the template is not in the catalog',
  });
  const started = await start(key);
  expect(started.status).toBe(201);
  const { id } = await started.json();

  const stream = await ask(`GET /scaffolder/v2/tasks/${id}/eventstream`, key);
  expect(stream.headers.get('content-type')).toContain('text/event-stream');
  // The portal ends the stream after the last event.
  const events = await stream.text();
  expect(events).toContain('Hello from greet');
  expect(events).toContain('event: completion');
  const task = await ask(`GET /scaffolder/v2/tasks/${id}`, key);
  expect((await task.json()).status).toBe('completed');
  const listed = await ask(`GET /scaffolder/v2/tasks/${id}/events`, key);
  expect(JSON.stringify(await listed.json())).toContain('Hello from greet');
});

it.each([
  ['opens the scaffolder alone', { plugins: ['scaffolder'] }],
  ['only reads', { plugins: ['scaffolder', 'catalog'], readOnly: true }],
  ['opens the catalog alone', { plugins: ['catalog'] }],
])('a key that %s starts none', async (_, scopes) => {
  const key = await create(scopes);
  expect((await start(key)).status).toBe(403);
});
