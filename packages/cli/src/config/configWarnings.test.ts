import { createEnvironment } from '../testing/createEnvironment';
import { shippedRoot } from '../testing/shippedRoot';
import { inspectPortalConfig } from './loadPortalConfig';
import { privateKey } from '../testing/privateKey';
import { variablesFor } from '../testing/variablesFor';

jest.setTimeout(30_000);

async function warningsOf(options: {
  files?: Record<string, string>;
  env?: Record<string, string>;
  presets?: string[];
}) {
  const { files, env, presets } = options;
  const { problems, warnings } = await inspectPortalConfig(
    createEnvironment(
      shippedRoot(files),
      { ...variablesFor(presets ?? []), ...env },
      { presets },
    ),
  );
  expect(problems).toEqual([]);
  return warnings;
}

it('has nothing to say about the shipped base, nor about a preset by itself', async () => {
  expect(await warningsOf({ presets: ['postgres'] })).toEqual([]);
});

it('tells of a changed base of which a preset overrides a key', async () => {
  const files = {
    'app-config.yaml':
      'app: {baseUrl: http://localhost:7007}\nbackend: {baseUrl: http://localhost:7007, database: {client: better-sqlite3, connection: ":memory:"}}\n',
  };
  expect(await warningsOf({ files, presets: ['postgres'] })).toEqual(
    expect.arrayContaining([
      expect.stringMatching(
        /preset postgres overrides its backend\.database\.client.*app-config\.local\.yaml/,
      ),
    ]),
  );
});

it('tells of one OAuth client for sign-in and for calls', async () => {
  const presets = ['github', 'github-auth'];
  const app = {
    GITHUB_APP_ID: '1',
    GITHUB_CLIENT_ID: 'Iv1.both',
    GITHUB_CLIENT_SECRET: 'a-client-secret',
    GITHUB_PRIVATE_KEY: privateKey,
  };
  expect(await warningsOf({ presets, env: app })).toEqual([]);
  expect(
    await warningsOf({
      presets,
      env: { ...app, GITHUB_AUTH_CLIENT_ID: 'Iv1.both' },
    }),
  ).toEqual([expect.stringContaining('One OAuth client serves both')]);
});

it('tells when the client of an older configuration serves sign-in', async () => {
  const env = {
    GITHUB_AUTH_CLIENT_ID: '',
    GITHUB_AUTH_CLIENT_SECRET: '',
    GITHUB_CLIENT_ID: 'Ov23.signin',
    GITHUB_CLIENT_SECRET: 'a-client-secret',
  };
  const warnings = await warningsOf({ presets: ['github-auth'], env });
  expect(warnings.length).toBeGreaterThan(0);
  expect(warnings.join()).toContain('GITHUB_CLIENT_ID');
});

it('tells of a guest beside a real sign-in, and of certificates that nobody verifies', async () => {
  const warnings = await warningsOf({
    presets: ['github-auth', 'kubernetes'],
    files: { 'app-config.local.yaml': 'auth: {providers: {guest: {}}}' },
    env: {
      K8S_SKIP_TLS_VERIFY: 'true',
      NODE_TLS_REJECT_UNAUTHORIZED: '0',
    },
  });
  expect(warnings).toEqual([
    expect.stringContaining('K8S_SKIP_TLS_VERIFY'),
    expect.stringContaining('auth.providers.guest has no effect'),
    expect.stringContaining('NODE_TLS_REJECT_UNAUTHORIZED'),
  ]);
});
