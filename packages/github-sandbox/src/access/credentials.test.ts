import { crc32 } from 'node:zlib';
import { createState } from '../core/state';
import { openAccessScene } from './__testUtils__/openAccessScene';
import type { AccessScene } from './__testUtils__/openAccessScene';
import { authenticate } from './authenticate';
import { issueToken } from './issueToken';
import { newSecret } from './newSecret';
import { inLetters } from './randomText';
import { revokeToken } from './revokeToken';
import { includesScope, normaliseScopes } from './scopes';
import { signText, verifyText } from './signText';

let scene: AccessScene;
beforeAll(async () => {
  scene = await openAccessScene();
});
afterAll(() => scene.stop());

const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;

/** The kind of viewer with its login, or the error. */
async function whoIs(authorization: string | undefined) {
  const result = await authenticate({
    sandbox: scene.sandbox,
    authorization,
    address: '127.0.0.1',
  });
  if (result.outcome === 'badCredentials') {
    return result.message ?? 'Bad credentials';
  }
  const { viewer } = result;
  switch (viewer.kind) {
    case 'user':
      return viewer.user.login;
    case 'client':
      return `client ${viewer.clientId}`;
    default:
      return viewer.kind;
  }
}

it.each<[string, () => string | undefined, string]>([
  ['nothing', () => undefined, 'anonymous'],
  ['Bearer', () => `Bearer ${scene.tokens.mel}`, 'mel'],
  ['token', () => `token ${scene.tokens.mel}`, 'mel'],
  ['BEARER', () => `BEARER ${scene.tokens.mel}`, 'mel'],
  [
    'Basic, as git sends it',
    () => basic(`x-access-token:${scene.tokens.mel}`),
    'mel',
  ],
  ['Basic, as user name', () => basic(`${scene.tokens.mel}:`), 'mel'],
  [
    'Basic, as user name of old',
    () => basic(`${scene.tokens.mel}:x-oauth-basic`),
    'mel',
  ],
  ['client', () => basic('Iv1.portal:portal-secret'), 'client Iv1.portal'],
  ['wrong client secret', () => basic('Iv1.portal:other'), 'Bad credentials'],
  ['unknown client', () => basic('Iv1.other:secret'), 'Bad credentials'],
  ['a password', () => basic('mel:hunter2'), 'Bad credentials'],
  ['an unknown token', () => 'Bearer ghp_nothing', 'Bad credentials'],
  ['another scheme', () => 'Digest abc', 'Bad credentials'],
  ['a scheme alone', () => 'Bearer', 'Bad credentials'],
  [
    'a text with dots',
    () => 'Bearer a.b.c',
    'A JSON web token could not be decoded',
  ],
  ['a JWT by the wrong scheme', () => 'token a.b.c', 'Bad credentials'],
])('%s', async (_, authorization, expected) => {
  expect(await whoIs(authorization())).toBe(expected);
});

it('ends tokens by time and by hand, and notes their use', async () => {
  const { sandbox, mel } = scene;
  sandbox.clock.freeze();
  sandbox.clock.set({ time: new Date('2027-01-01T00:00:00Z') });
  const { secret, token } = issueToken({
    sandbox,
    kind: 'fineGrained',
    values: { userId: mel.id, expiresAt: '2027-01-01T00:01:00Z' },
  });
  expect(secret).toMatch(/^github_pat_\w{22}_\w{59}$/);
  expect(token.lastUsedAt).toBeNull();
  expect(await whoIs(`Bearer ${secret}`)).toBe('mel');
  expect(token.lastUsedAt).toBe('2027-01-01T00:00:00Z');
  sandbox.clock.advance({ ms: 60_000 });
  expect(await whoIs(`Bearer ${secret}`)).toBe('Bad credentials');

  const other = issueToken({
    sandbox,
    kind: 'classic',
    values: { userId: mel.id },
  });
  revokeToken({ sandbox, token: other.token });
  expect(await whoIs(`Bearer ${other.secret}`)).toBe('Bad credentials');
  sandbox.clock.resume();
});

it('forgets tokens that have ended when there are many', () => {
  const { sandbox, installation } = scene;
  const before = sandbox.state.tokens.size;
  for (let count = 0; count < 1500; count += 1) {
    issueToken({
      sandbox,
      kind: 'installation',
      values: {
        installationId: installation.id,
        expiresAt: '2020-01-01T00:00:00Z',
      },
    });
  }
  expect(sandbox.state.tokens.size).toBeLessThanOrEqual(before + 1000);
});

it.each([
  ['classic', /^ghp_\w{36}$/],
  ['oauth', /^gho_\w{36}$/],
  ['userToServer', /^ghu_\w{36}$/],
  ['installation', /^ghs_\w{36}$/],
  ['refresh', /^ghr_\w{76}$/],
] as const)('writes %s secrets with a checksum', (kind, form) => {
  const secret = newSecret(kind);
  expect(secret).toMatch(form);
  const body = secret.slice(4, -6);
  expect(secret.slice(-6)).toBe(inLetters({ number: crc32(body), length: 6 }));
});

it('knows which scopes include others', () => {
  expect(includesScope({ granted: ['admin:org'], needed: 'read:org' })).toBe(
    true,
  );
  expect(includesScope({ granted: ['read:org'], needed: 'write:org' })).toBe(
    false,
  );
  expect(normaliseScopes(['user', 'gist', 'user:email', 'nonsense'])).toEqual([
    'gist',
    'user',
  ]);
});

it('signs for one purpose and one sandbox', () => {
  const { sandbox } = scene;
  const signed = signText({ sandbox, purpose: 'form', text: 'a' });
  expect(verifyText({ sandbox, purpose: 'form', signed })).toBe('a');
  expect(verifyText({ sandbox, purpose: 'other', signed })).toBeUndefined();
  expect(
    verifyText({
      sandbox: { ...sandbox, state: createState() },
      purpose: 'form',
      signed,
    }),
  ).toBeUndefined();
  expect(
    verifyText({
      sandbox,
      purpose: 'form',
      signed: `${Buffer.from('b').toString('base64url')}.${
        signed.split('.')[1]
      }`,
    }),
  ).toBeUndefined();
});
