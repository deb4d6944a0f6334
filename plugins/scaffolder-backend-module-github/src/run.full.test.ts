import fs from 'node:fs/promises';
import path from 'node:path';
import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import {
  createTemplateAction,
  scaffolderActionsExtensionPoint,
} from '@backstage/plugin-scaffolder-node';
import runsModule from '@callboard/plugin-scaffolder-backend-module-runs';
// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { revokeToken } from '@callboard/github-sandbox/src/access/revokeToken';
import githubModule from '.';
import {
  startActions,
  type StartedActions,
} from './__testUtils__/startActions';

jest.setTimeout(120_000);

const KEY = 'gg-c4n4ry-1234567890';
let started: StartedActions;
let backend: TestBackend;

/** In the place of a fetch: puts a file into the workspace. */
const filesModule = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'files',
  register: env =>
    env.registerInit({
      deps: { actions: scaffolderActionsExtensionPoint },
      async init({ actions }) {
        actions.addActions(
          createTemplateAction({
            id: 'test:files',
            supportsDryRun: true,
            async handler({ workspacePath }) {
              await fs.writeFile(
                path.join(workspacePath, 'README.md'),
                '# N\n',
              );
            },
          }),
        );
      },
    }),
});

const template = () => ({
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind: 'Template',
  metadata: { name: 'service', namespace: 'default' },
  spec: {
    type: 'service',
    parameters: [
      {
        required: ['name', 'key'],
        properties: { name: { type: 'string' }, key: { type: 'string' } },
      },
    ],
    steps: [
      { id: 'files', name: 'Files', action: 'test:files' },
      {
        id: 'publish',
        name: 'Publish',
        action: 'publish:github',
        input: {
          allowedHosts: [started.host],
          repoUrl: `${started.host}?owner=acme&repo=\${{ parameters.name }}`,
          repoVisibility: 'public',
          secrets: { GITGUARDIAN_API_KEY: '${{ parameters.key }}' },
        },
      },
    ],
    output: { remoteUrl: '${{ steps.publish.output.remoteUrl }}' },
  },
});

beforeAll(async () => {
  started = await startActions();
  const allow = { result: AuthorizeResult.ALLOW } as const;
  backend = await startTestBackend({
    features: [
      scaffolderPlugin,
      runsModule,
      githubModule,
      filesModule,
      catalogServiceMock.factory({ entities: [template()] }),
      mockServices.permissions.mock({
        authorize: async requests => requests.map(() => allow),
        authorizeConditional: async requests => requests.map(() => allow),
      }).factory,
      mockServices.rootConfig.factory({
        data: {
          ...started.config,
          callboard: { templates: { key: 'k'.repeat(64) } },
          scaffolder: { taskRecovery: { enabled: true } },
        },
      }),
    ],
  });
});
afterAll(async () => {
  await backend?.stop();
  await started?.stop();
});

async function ask(method: string, route: string, body?: object): Promise<any> {
  const { port } = backend.server.address() as { port: number };
  const response = await fetch(
    `http://127.0.0.1:${port}/api/scaffolder${route}`,
    {
      method,
      headers: { 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
    },
  );
  const text = await response.text();
  if (!response.ok) throw new Error(`${route}: ${response.status} ${text}`);
  return JSON.parse(text);
}

/** Waits for the end of a run. */
async function ended(id: string): Promise<string> {
  for (;;) {
    const { status } = await ask('GET', `/v2/tasks/${id}`);
    if (!['open', 'processing'].includes(status)) return status;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

const begin = async (name: string) => {
  const { id } = await ask('POST', '/v2/tasks', {
    templateRef: 'template:default/service',
    values: { name, key: KEY },
  });
  return id as string;
};

const secretsOf = (name: string) =>
  started.sandbox.sandbox.state.repositories
    .all()
    .find(repository => repository.name === name)
    ?.secrets.map(secret => [secret.name, secret.value]);

it('plans what it then does, says as whom, and keeps the key to itself', async () => {
  const since = started.last();
  const plan = await ask('POST', '/v2/dry-run', {
    template: template(),
    values: { name: 'door-times', key: KEY },
    secrets: {},
    directoryContents: [],
  });
  expect(started.asked(since).filter(line => !/^GET/.test(line))).toEqual([]);
  expect(JSON.stringify(plan)).not.toContain(KEY);

  const before = started.last();
  const id = await begin('door-times');
  expect(await ended(id)).toBe('completed');
  const lines = plan.calls.map(
    ({ method, url }: { method: string; url: string }) =>
      `${method} ${new URL(url).pathname.replace('/api/v3', '')}`,
  );
  expect(lines).toEqual(
    started
      .asked(before)
      .map(line => line.replace(/ \d+$/, ''))
      .map(line => line.replace(/^POST (.*)\/git-receive-pack$/, 'git push $1'))
      .filter(line => !line.endsWith('/info/refs')),
  );
  expect(
    plan.calls.map((call: any) => call.permission?.title).filter(Boolean),
  ).toEqual([
    'Administration: write',
    'Secrets: read',
    'Secrets: write',
    'Contents: write',
    'Administration: write',
  ]);

  const { credentials } = await ask('GET', `/runs/${id}`);
  expect(credentials).toEqual([
    expect.objectContaining({
      stepId: 'publish',
      kind: 'app',
      title: `${started.sandbox.app.name} (App ${started.sandbox.app.id}) of acme`,
    }),
  ]);
  const told = [
    await ask('GET', `/v2/tasks/${id}`),
    await ask('GET', `/v2/tasks/${id}/events`),
  ];
  expect(JSON.stringify(told)).not.toContain(KEY);
  expect(secretsOf('door-times')).toEqual([['GITGUARDIAN_API_KEY', KEY]]);
});

/** What the App may, from its next token on; those that it has end. */
function permitSecrets(level: 'read' | 'write') {
  const { sandbox, installation } = started.sandbox;
  installation.permissions.secrets = level;
  sandbox.state.tokens
    .all()
    .filter(({ kind }) => kind === 'installation')
    .forEach(token => revokeToken({ sandbox, token }));
}

it('names the permission that is missing, and goes on from the failed step once it is given', async () => {
  permitSecrets('read');
  const id = await begin('gate-times');
  expect(await ended(id)).toBe('failed');
  permitSecrets('write');
  const details = await ask('GET', `/runs/${id}`);
  expect(details).toMatchObject({
    failedStep: 'publish',
    cause: { code: 'permission-missing', permission: 'Secrets: write' },
  });
  const [need] = details.needs;

  const since = started.last();
  await ask('POST', `/v2/tasks/${id}/retry`, { secrets: { [need.name]: KEY } });
  expect(await ended(id)).toBe('completed');
  // The repository is there: it is not made again.
  expect(
    started.asked(since).filter(line => / \/orgs\/acme\/repos /.test(line)),
  ).toEqual([]);
  expect(secretsOf('gate-times')).toEqual([['GITGUARDIAN_API_KEY', KEY]]);
});
