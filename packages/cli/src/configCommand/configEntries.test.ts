import { inspectPortalConfig } from '../config/loadPortalConfig';
import { createEnvironment } from '../testing/createEnvironment';
import { shippedRoot } from '../testing/shippedRoot';
import { configEntries } from './configEntries';
import { MASKED } from './createMask';
import { privateKey } from '../testing/privateKey';
import { variablesFor } from '../testing/variablesFor';

jest.setTimeout(30_000);

const SECRETS = {
  GITHUB_PAT: 'a-personal-access-token',
  GITHUB_AUTH_CLIENT_SECRET: 'a-client-secret-of-sign-in',
  GITHUB_CLIENT_SECRET: 'a-client-secret-of-the-app',
  GITHUB_WEBHOOK_SECRET: 'short',
  MY_TOKEN: 'a-token-of-the-operator',
};

async function entriesOf(below?: string) {
  const environment = createEnvironment(
    shippedRoot({
      'app-config.local.yaml': [
        'app: {title: "${TITLE}"}',
        'backend:',
        '  database:',
        '    client: pg',
        '    connection: postgres://portal:in-a-url@db.example.com/portal',
        'catalog:',
        '  providers:',
        '    githubOrg: {githubUrl: https://other.example.com}',
        'integrations:',
        '  github: [{host: other.example.com, apiBaseUrl: "https://other.example.com/api/v3"}]',
        'proxy:',
        '  endpoints:',
        '    /x: {target: "https://x.example.com/?key=${MY_TOKEN}", headers: {Authorization: "Bearer short"}}',
        '    /y: {target: "https://portal:in-a-url@y.example.com"}',
        '    /z: {target: "https://z.example.com/?api_key=in-a-query&x=1", headers: {X-Own: in-a-header}}',
        'custom: {password: 987654321, note: "ghp_0123456789abcdef", dsn: "Server=x;Password=in-a-dsn;Db=y"}',
        'mcpActions: null',
      ].join('\n'),
    }),
    {
      ...variablesFor(['github', 'github-auth']),
      ...SECRETS,
      GITHUB_ORG: 'acme,umbrella',
      GITHUB_APP_ID: '1',
      GITHUB_CLIENT_ID: 'Iv1.app',
      GITHUB_PRIVATE_KEY: privateKey,
      TITLE: 'Ours',
      APP_CONFIG_organization_name: '"Acme"',
    },
    { presets: ['github', 'github-auth'] },
  );
  const portal = await inspectPortalConfig(environment);
  expect(portal.problems).toEqual([]);
  return configEntries({ portal, environment, below });
}

it('names the file, preset or variable of each key, and what it overrides', async () => {
  const entries = await entriesOf();
  const entry = (key: string) => entries.find(other => other.key === key);
  expect(entry('app.title')).toEqual({
    key: 'app.title',
    value: 'Ours',
    from: 'app-config.local.yaml:1:14, variable TITLE',
    overrides: [{ value: 'Callboard', from: 'app-config.yaml' }],
  });
  expect(entry('organization.name')).toMatchObject({
    value: 'Acme',
    from: 'variable APP_CONFIG_organization_name',
  });
  expect(entry('catalog.providers.githubOrg.githubUrl')).toMatchObject({
    value: 'https://other.example.com',
    overrides: [{ value: 'https://github.com', from: 'preset github-auth' }],
  });
  expect(
    entry('catalog.providers.github.org-umbrella.organization'),
  ).toMatchObject({
    value: 'umbrella',
    from: 'preset github, variable GITHUB_ORG',
  });
  expect(entry('mcpActions')).toMatchObject({
    value: null,
    overrides: [{ value: { name: 'callboard' }, from: 'app-config.yaml' }],
  });
});

it('shows no secret, wherever it stands', async () => {
  const text = JSON.stringify(await entriesOf());
  for (const secret of [
    ...Object.values(SECRETS),
    'in-a-url',
    'in-a-query',
    'in-a-header',
    'in-a-dsn',
    '987654321',
    'ghp_0123',
    'Bearer',
    privateKey.slice(40, 80),
  ]) {
    expect([secret, text.includes(`"${secret}`)]).toEqual([secret, false]);
    expect(secret === 'short' || !text.includes(secret)).toBe(true);
  }
  expect(text).toContain('Iv1.app');
  expect(text).toContain(`https://portal:${MASKED}@y.example.com`);
});

it('can be asked for one key and what lies below it', async () => {
  const keys = (await entriesOf('integrations.github')).map(({ key }) => key);
  expect(keys).toContain('integrations.github[0].host');
  expect(keys.every(key => key.startsWith('integrations.github'))).toBe(true);
});
