import path from 'node:path';
import { ConfigReader } from '@backstage/config';
import { mergeLayers } from './merge/mergeLayers';
import { readLayers } from './readLayers';
import { createEnvironment } from '../testing/createEnvironment';
import { createRoot } from '../testing/createRoot';
import { shippedRoot } from '../testing/shippedRoot';
import { variablesFor } from '../testing/variablesFor';

async function effective(
  ...args: Parameters<typeof createEnvironment>
): Promise<{ config: ConfigReader; presets: string[] }> {
  const { layers, selected, problems } = await readLayers(
    createEnvironment(...args),
  );
  expect(problems).toEqual([]);
  const config = new ConfigReader(mergeLayers(layers).data);
  return { config, presets: selected.names };
}

async function problemsOf(...args: Parameters<typeof createEnvironment>) {
  const { problems } = await readLayers(createEnvironment(...args));
  expect(problems).not.toEqual([]);
  return problems;
}

const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('the order of layers', () => {
  it('lets each layer win over the ones before it', async () => {
    const root = createRoot({
      'app-config.yaml': { app: { title: 'base', support: { url: 'base' } } },
      'app-config.production.yaml': { app: { title: 'production' } },
      'presets/demo.yaml': {
        name: 'demo',
        description: 'A trial.',
        appConfig: { app: { title: 'preset' } },
      },
      'app-config.local.yaml': { app: { title: 'local' } },
      'extra.yaml': { app: { title: 'extra' } },
    });
    const title = async (
      ...[env, options]: [Record<string, string>?, { config?: string[] }?]
    ) => (await effective(root, env, options)).config.getString('app.title');

    expect(await title()).toBe('local');
    expect(await title({}, { config: ['extra.yaml'] })).toBe('extra');
    expect(
      await title(
        { CALLBOARD_APP_CONFIG: base64('app: {title: encoded}') },
        { config: ['extra.yaml'] },
      ),
    ).toBe('encoded');
    expect(
      await title({
        CALLBOARD_APP_CONFIG: base64('app: {title: encoded}'),
        APP_CONFIG_app_title: '"variable"',
      }),
    ).toBe('variable');
    expect((await effective(root)).config.getString('app.support.url')).toBe(
      'base',
    );
  });

  it('puts presets above the production file and below the local file', async () => {
    const root = createRoot({
      'app-config.production.yaml': { app: { title: 'production' } },
      'presets/demo.yaml': {
        name: 'demo',
        description: 'A trial.',
        appConfig: { app: { title: 'preset' } },
      },
    });
    const { config } = await effective(root);
    expect(config.getString('app.title')).toBe('preset');
  });

  it('substitutes variables, and knows the ones that the launcher sets', async () => {
    const root = createRoot({
      'app-config.yaml': {
        app: { title: '${TITLE}', baseUrl: '${CALLBOARD_BASE_URL}' },
      },
    });
    const { config } = await effective(root, { TITLE: 'Ours', PORT: '8123' });
    expect(config.getString('app.title')).toBe('Ours');
    expect(config.getString('app.baseUrl')).toBe('http://localhost:8123');
  });
});

describe('the demo preset', () => {
  it('is on while nothing of the own is configured', async () => {
    const { presets, config } = await effective(createRoot({}));
    expect(presets).toEqual(['demo']);
    expect(config.has('auth.providers.guest')).toBe(true);
  });

  it.each([
    ['auth.providers', { auth: { providers: { github: {} } } }],
    ['integrations', { integrations: { github: [{ host: 'github.com' }] } }],
    ['catalog.locations', { catalog: { locations: [] } }],
    ['catalog.providers', { catalog: { providers: { github: {} } } }],
  ])('is off once the operator sets %s', async (_key, local) => {
    const { presets, config } = await effective(
      createRoot({ 'app-config.local.yaml': local }),
    );
    expect(presets).toEqual([]);
    expect(config.has('auth.providers.guest')).toBe(false);
  });

  it('is off once APP_CONFIG_* or CALLBOARD_APP_CONFIG configure an own portal', async () => {
    const root = createRoot({});
    expect(
      (await effective(root, { APP_CONFIG_catalog_locations: '[]' })).presets,
    ).toEqual([]);
    expect(
      (
        await effective(root, {
          VEECODE_APP_CONFIG: base64('integrations: {github: []}'),
        })
      ).presets,
    ).toEqual([]);
  });

  it('stays on when only the look is configured', async () => {
    const { presets } = await effective(
      createRoot({ 'app-config.local.yaml': { app: { title: 'Ours' } } }),
    );
    expect(presets).toEqual(['demo']);
  });
});

describe('derived values', () => {
  it('listens on this machine only, unless the base URL names another host', async () => {
    const root = createRoot({});
    const host = async (env: Record<string, string>, given?: string) =>
      (await effective(root, env, { host: given })).config.getString(
        'backend.listen.host',
      );
    expect(await host({})).toBe('127.0.0.1');
    expect(await host({ CALLBOARD_BASE_URL: 'https://p.example.com' })).toBe(
      '0.0.0.0',
    );
    expect(await host({}, '0.0.0.0')).toBe('0.0.0.0');
  });

  it('upgrades insecure requests only where the base URL is https', async () => {
    const root = createRoot({});
    const csp = async (env: Record<string, string>) =>
      (await effective(root, env)).config.get(
        'backend.csp.upgrade-insecure-requests',
      );
    expect(await csp({})).toBe(false);
    expect(await csp({ CALLBOARD_BASE_URL: 'https://p.example.com' })).toEqual(
      [],
    );
  });

  it('divides PostgreSQL, and only PostgreSQL, by schema', async () => {
    const mode = async (client: string) =>
      (
        await effective(
          createRoot({
            'app-config.local.yaml': { backend: { database: { client } } },
          }),
        )
      ).config.getOptionalString('backend.database.pluginDivisionMode');
    expect(await mode('pg')).toBe('schema');
    expect(await mode('better-sqlite3')).toBeUndefined();
  });

  it('gives way to what the operator writes', async () => {
    const { config } = await effective(
      createRoot({
        'app-config.local.yaml': { backend: { listen: { host: '::1' } } },
      }),
    );
    expect(config.getString('backend.listen.host')).toBe('::1');
  });
});

describe('bad input', () => {
  it('reports the problems of all layers at once, with file and line', async () => {
    const root = createRoot({
      'app-config.local.yaml': 'app:\n  title: "unclosed\n',
      'extra.yaml': 'backend:\n\tbaseUrl: http://localhost\n',
    });
    const problems = await problemsOf(
      root,
      { CALLBOARD_APP_CONFIG: '§' },
      { config: ['extra.yaml', 'missing.yaml'], presets: ['dmeo'] },
    );
    expect(problems.map(({ where, problem }) => where ?? problem)).toEqual([
      '--presets or CALLBOARD_PRESETS',
      expect.stringMatching(/^app-config\.local\.yaml:\d+:\d+$/),
      expect.stringMatching(/^extra\.yaml:2:\d+$/),
      expect.stringContaining('missing.yaml does not exist'),
      expect.stringContaining('CALLBOARD_APP_CONFIG'),
    ]);
    expect(problems[0].remedy).toContain('did you mean demo?');
  });

  it('never quotes CALLBOARD_APP_CONFIG', async () => {
    const [problem] = await problemsOf(createRoot({}), {
      CALLBOARD_APP_CONFIG: base64('- hunter2'),
    });
    expect(JSON.stringify(problem)).not.toContain('hunter2');
    expect(JSON.stringify(problem)).not.toContain(base64('- hunter2'));
  });

  it('leaves values of a wrong type to the check against the schema', async () => {
    const root = createRoot({
      'app-config.local.yaml': { backend: { baseUrl: ['a'], database: 1 } },
    });
    await expect(readLayers(createEnvironment(root))).resolves.toBeDefined();
    await expect(
      readLayers(createEnvironment(root, { CALLBOARD_BASE_URL: 'not a url' })),
    ).resolves.toBeDefined();
  });

  it('refuses a file that holds no map', async () => {
    const root = createRoot({ 'app-config.local.yaml': '- a\n- b\n' });
    const [problem] = await problemsOf(root);
    expect(problem.cause).toBe('the file holds a list');
    expect(problem.where).toBe(`${path.basename('app-config.local.yaml')}:1:1`);
  });
});

describe('hosts that pages call from the browser', () => {
  const hosts = async (presets: string[], env: Record<string, string>) => {
    const { config } = await effective(
      shippedRoot(),
      { ...variablesFor(presets), ...env },
      { presets },
    );
    return config.getOptionalStringArray('backend.csp.connect-src');
  };

  it('are those of GitHub where people have a session there, and none else', async () => {
    const both = ['github', 'github-auth'];
    expect(await hosts(both, {})).toEqual(["'self'", 'https://api.github.com']);
    expect(await hosts(both, { GITHUB_HOST: 'ghe.example.com' })).toEqual([
      "'self'",
      'https://ghe.example.com',
    ]);
    expect(await hosts(['github'], {})).toEqual(["'self'"]);
    expect(await hosts(['gitlab-scm'], {})).toEqual(["'self'"]);
  });
});
