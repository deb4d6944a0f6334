import { createMockDirectory } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { createTracer } from './__testUtils__/createTracer';
import {
  everyWay,
  leakyActions,
  type LeakyScene,
} from './__testUtils__/leakyActions';
import { leakySpec } from './__testUtils__/leakySpec';
import {
  startWatchedScaffolder,
  type WatchedScaffolder,
} from './__testUtils__/startWatchedScaffolder';

jest.setTimeout(60_000);

const KEY = 'gg-canary/Key+9f8e7d6c5b4a~"q"';
const PASSWORD = 'hunter2-canary-Zx8Yw7';
const TOKEN = 'tok_canary_0a1b2c3d4e5f';
const ENVIRONMENT = 'env-canary-Qq5Rr6Ss7Tt8';
const secrets = [KEY, PASSWORD, TOKEN, ENVIRONMENT];

const files = createMockDirectory({
  content: {
    template: {
      skeleton: {
        'config.txt': 'name ${{ values.name }} key ${{ values.key }}',
      },
    },
    work: {},
  },
});

const template: Entity = {
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind: 'Template',
  metadata: {
    name: 'leaky',
    namespace: 'default',
    annotations: {
      'backstage.io/managed-by-location': `file:${files.resolve(
        'template/template.yaml',
      )}`,
    },
  },
  spec: leakySpec as any,
};

const scene: LeakyScene = { isMended: false };

let scaffolder: WatchedScaffolder;
beforeAll(async () => {
  scaffolder = await startWatchedScaffolder({
    folder: files.resolve('work'),
    entities: [template],
    actions: leakyActions(scene),
    environment: { ENV: ENVIRONMENT },
  });
});
afterAll(() => scaffolder?.stop());

const tracesOf = createTracer({ secrets });
let isMaskLogged = false;

/** Searches all that was said since the last search, and all that is stored now. */
async function leaks() {
  const said = scaffolder.said.splice(0);
  isMaskLogged ||= said.some(
    ({ where, text }) => where === 'log' && text.includes('***'),
  );
  return [...said, ...(await scaffolder.stored())].flatMap(({ where, text }) =>
    tracesOf(text).map(trace => `${where}: ${trace}`),
  );
}

const values = (more: object = {}) => ({
  name: 'pay',
  apiKey: KEY,
  login: { password: PASSWORD },
  ...more,
});

async function run(more?: object) {
  const { status, json } = await scaffolder.ask('POST', '/v2/tasks', {
    templateRef: 'template:default/leaky',
    values: values(more),
    secrets: { TOKEN },
  });
  expect(status).toBe(201);
  return json.id as string;
}

async function askAll(taskId: string) {
  for (const path of ['', '/events', '/eventstream']) {
    await scaffolder.ask('GET', `/v2/tasks/${taskId}${path}`);
  }
  await scaffolder.ask('GET', '/v2/tasks');
  return (await scaffolder.ask('GET', `/runs/${taskId}`)).json;
}

describe('attack case 25: a secret of a form', () => {
  it('is nowhere while a run is under way, nor after it', async () => {
    let found: string[] | undefined;
    scene.atLeak = async () => {
      found = await leaks();
    };
    const taskId = await run();
    expect(await scaffolder.ended(taskId)).toBe('completed');
    scene.atLeak = undefined;
    expect(scene.received).toEqual(secrets);
    expect(found).toEqual([]);
    expect(await askAll(taskId)).toEqual({
      taskId,
      status: 'completed',
      needs: [],
      credentials: [],
      attempts: 1,
      maskedParameters: ['apiKey', 'login.password'],
    });
    expect(await leaks()).toEqual([]);
    // That it was said at all, and masked.
    const events = await scaffolder.ask('GET', `/v2/tasks/${taskId}/events`);
    expect(events.text).toContain('***');
    const { json: task } = await scaffolder.ask('GET', `/v2/tasks/${taskId}`);
    expect(task.spec.parameters).toEqual({ name: 'pay', login: {} });
    expect(isMaskLogged).toBe(true);
  });

  it('is nowhere after a failure, and is asked for again by a retry', async () => {
    const taskId = await run({ fail: true });
    expect(await scaffolder.ended(taskId)).toBe('failed');
    const details = await askAll(taskId);
    expect(details).toMatchObject({
      status: 'failed',
      failedStep: 'last',
      cause: { code: 'unknown', title: expect.stringContaining('last') },
      needs: [{ name: 'parameters.apiKey', kind: 'parameter' }],
    });
    expect(JSON.stringify(details)).not.toMatch(/\\n\s+at /);

    const retry = (given: object) =>
      scaffolder.ask('POST', `/v2/tasks/${taskId}/retry`, { secrets: given });
    const refused = await retry({});
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('parameters.apiKey');
    // Not a way past the schema of the form.
    const other = await retry({
      'parameters.apiKey': KEY,
      'parameters.name': 'NOT OF THIS FORM',
    });
    expect(other.status).toBe(400);
    expect(other.text).toContain('not parameters.name');
    scene.isMended = true;
    expect((await retry({ 'parameters.apiKey': KEY })).status).toBe(201);
    expect(await scaffolder.ended(taskId)).toBe('completed');
    await askAll(taskId);
    expect(await leaks()).toEqual([]);
  });

  it('is not quoted by a refusal', async () => {
    const refused = await scaffolder.ask('POST', '/v2/tasks', {
      templateRef: 'template:default/leaky',
      values: values({ name: 'NOT OF THIS FORM' }),
      secrets: { TOKEN },
    });
    expect(refused.status).toBe(400);
    expect(refused.json.errors[0]).toMatchObject({
      property: 'instance.name',
      message: expect.stringContaining('does not match pattern'),
      instance: {},
    });
    expect(refused.text).not.toContain('NOT OF THIS FORM');
    const long = await scaffolder.ask('POST', '/v2/tasks', {
      templateRef: 'template:default/leaky',
      values: values({ apiKey: KEY.repeat(2_000) }),
    });
    expect(long.status).toBe(400);
    expect(long.text).toContain('parameters.apiKey');
    const unknown = await scaffolder.ask('POST', '/v2/tasks', {
      templateRef: 'template:default/nobody',
      values: values(),
      secrets: { TOKEN },
    });
    expect(unknown.status).toBe(404);
    expect(await leaks()).toEqual([]);
  });

  it('is masked in the form and its review', async () => {
    const { json } = await scaffolder.ask(
      'GET',
      '/v2/templates/default/template/leaky/parameter-schema',
    );
    const { properties } = json.steps[0].schema;
    expect(properties.apiKey).toMatchObject({
      title: 'Key',
      'ui:widget': 'password',
    });
    expect(properties.login.properties.password['ui:widget']).toBe('password');
    expect(properties.name['ui:widget']).toBeUndefined();
  });

  it('is masked in a dry run, in texts and files, which tells the calls', async () => {
    const dry = await scaffolder.ask('POST', '/v2/dry-run', {
      template: {
        ...template,
        spec: {
          ...leakySpec,
          steps: [
            ...leakySpec.steps.slice(0, 3),
            {
              id: 'planned',
              action: 'test:planned',
              input: { key: '${{ parameters.apiKey }}' },
            },
            {
              id: 'register',
              action: 'catalog:register',
              input: {
                repoContentsUrl: 'https://github.test/o/r/blob/main',
                catalogInfoPath: '/catalog-info.yaml',
              },
            },
          ],
          output: { key: '${{ parameters.apiKey }}' },
        },
      },
      values: values(),
      secrets: { TOKEN },
      directoryContents: [
        {
          path: 'skeleton/config.txt',
          base64Content: Buffer.from(
            'name ${{ values.name }} key ${{ values.key }}',
          ).toString('base64'),
        },
      ],
    });
    expect(dry.status).toBe(200);
    const made = dry.json.directoryContents.map((file: any) => [
      file.path,
      Buffer.from(file.base64Content, 'base64').toString(),
    ]);
    expect(made).toEqual([['config.txt', 'name pay key ***']]);
    expect(dry.json.output).toEqual({ key: '***' });
    expect(dry.json.maskedParameters).toEqual(['apiKey', 'login.password']);
    expect(dry.json.calls).toEqual([
      {
        stepId: 'planned',
        method: 'PUT',
        url: 'https://api.github.test/repos/o/r/actions/secrets/KEY',
        body: { value: '***' },
        permission: {
          name: 'secrets',
          access: 'write',
          title: 'Secrets: write',
        },
      },
      {
        stepId: 'register',
        method: 'POST',
        url: '/api/catalog/locations',
        body: {
          type: 'url',
          target: 'https://github.test/o/r/blob/main/catalog-info.yaml',
        },
        permission: {
          name: 'catalog.location.create',
          title: 'catalog.location.create',
        },
        granted: true,
      },
    ]);
    expect(dry.json.unplanned).toEqual([
      expect.objectContaining({ stepId: 'leak', action: 'test:leak' }),
    ]);
    const refused = await scaffolder.ask('POST', '/v2/dry-run', {
      template,
      values: values({ name: 'NOT' }),
      directoryContents: [],
    });
    expect(refused.status).toBe(400);
    expect(await leaks()).toEqual([]);
  });

  it('would be found, were it there', () => {
    expect(tracesOf('nothing to be seen')).toEqual([]);
    for (const way of everyWay(secrets).split('\n')) {
      expect(tracesOf(`a ${way} b`)).not.toEqual([]);
    }
  });
});

it('tells nobody of a run that is not there', async () => {
  const none = '/runs/00000000-0000-4000-8000-000000000000';
  expect((await scaffolder.ask('GET', none)).status).toBe(404);
});
