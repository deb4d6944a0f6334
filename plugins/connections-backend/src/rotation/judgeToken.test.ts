import { TestDatabases } from '@backstage/backend-test-utils';
/* eslint-disable @backstage/no-forbidden-package-imports -- it is for tests, and so not exported */
import { newSecret } from '@callboard/github-sandbox/src/access/newSecret';
import { newRepository } from '@callboard/github-sandbox/src/core/records/newRepository';
/* eslint-enable @backstage/no-forbidden-package-imports */
import {
  openRotation,
  LEAST,
  DAY,
  type TokenValues,
} from './__testUtils__/openRotation';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

let scene: Awaited<ReturnType<typeof openRotation>>;
afterEach(() => scene?.stop());

const open = async (
  more: Omit<Parameters<typeof openRotation>[0], 'databases'> = {},
) => {
  scene = await openRotation({ databases, ...more });
  return scene;
};

describe('what the operator should know', () => {
  it.each<[string, TokenValues, RegExp]>([
    [
      'it speaks for another account',
      { userId: 0 },
      /^It speaks for mel; the old one speaks for olivia\.$/,
    ],
    [
      'it has more than is needed',
      { scopes: [...LEAST, 'delete_repo', 'gist'] },
      /^Nothing that is switched on needs its scopes .*delete_repo, gist/,
    ],
    ['it never expires', { expiresAt: null }, /^It never expires/],
  ])('is warned of: %s', async (_, values, warning) => {
    await open();
    const { mel } = scene.sandbox;
    const { status, body } = await scene.rotate(
      scene.another(values.userId === 0 ? { userId: mel.id } : values),
    );
    expect(status).toBe(200);
    expect(body.warnings).toContainEqual(expect.stringMatching(warning));
  });

  it('is warned of: it ends soon', async () => {
    await open();
    const end = scene.sandbox.sandbox.clock.now().getTime() + 5.5 * DAY;
    const { body } = await scene.rotate(
      scene.another({
        expiresAt: new Date(end).toISOString().replace(/\.\d+/, ''),
      }),
    );
    expect(body.warnings).toEqual(['It ends in 5 days.']);
  });

  it('is warned of: what the old one lacks as well', async () => {
    await open({ first: { scopes: ['read:org', 'user:email'] } });
    const { status, body } = await scene.rotate(
      scene.another({ scopes: ['read:org', 'user:email'] }),
    );
    expect(status).toBe(200);
    expect(body.warnings).toEqual([
      'Like the old one it lacks the scope repo.',
    ]);
  });
});

describe('a token that is not good', () => {
  it('is refused when GitHub does not know it', async () => {
    await open();
    const { status, message } = await scene.rotate(newSecret('classic'));
    expect(status).toBe(409);
    expect(message).toContain(
      'does not accept the new token (Bad credentials)',
    );
    expect(scene.isUnchanged()).toBe(true);
  });

  it('is refused when it lacks what is needed', async () => {
    await open();
    const { status, message } = await scene.rotate(
      scene.another({ scopes: ['read:org', 'user:email'] }),
    );
    expect(status).toBe(409);
    expect(message).toContain(
      'the old one stays in use. It lacks the scope repo',
    );
    expect(scene.isUnchanged()).toBe(true);
  });

  it('is refused when it does not read what the old one reads', async () => {
    await open();
    const { status, message } = await scene.rotate(
      scene.another({ userId: scene.sandbox.oscar.id }),
    );
    expect(status).toBe(409);
    expect(message).toContain('It does not read acme/vault');
    expect(scene.isUnchanged()).toBe(true);
  });

  it('names three repositories that it does not read, and how many more there are', async () => {
    const { sandbox, organisation, oscar } = (await open()).sandbox;
    for (const name of ['alpha', 'beta', 'gamma']) {
      newRepository({
        ...{ sandbox, owner: organisation, name },
        values: { visibility: 'private' },
      });
    }
    const { message } = await scene.rotate(scene.another({ userId: oscar.id }));
    expect(message).toContain(
      'It does not read acme/alpha, acme/beta, acme/gamma and 1 more, which the old one reads.',
    );
  });

  it('is refused when single sign-on has not authorised it', async () => {
    const { organisation } = (await open()).sandbox;
    organisation.samlEnforced = true;
    scene.token.ssoAuthorised = [organisation.id];
    const { status, message } = await scene.rotate(scene.another());
    expect(status).toBe(409);
    expect(message).toContain(
      'The single sign-on of acme has not authorised it',
    );
  });

  it('is refused when a fine-grained one is for too few repositories', async () => {
    await open();
    const { organisation, shop } = scene.sandbox;
    const values: TokenValues = {
      resourceOwnerId: organisation.id,
      permissions: { metadata: 'read', contents: 'read', members: 'read' },
    };
    const few = await scene.rotate(
      scene.another({ ...values, repositoryIds: [shop.id] }, 'fineGrained'),
    );
    expect(few.status).toBe(409);
    expect(few.message).toContain('It does not read acme/vault');
    const all = await scene.rotate(
      scene.another({ ...values, repositoryIds: null }, 'fineGrained'),
    );
    expect(all.status).toBe(200);
    expect(all.body.warnings).toEqual([
      expect.stringContaining('Reading was tried; writing was not.'),
    ]);
  });

  it('is refused when a fine-grained one does not read teams', async () => {
    await open();
    const { status, message } = await scene.rotate(
      scene.another(
        {
          resourceOwnerId: scene.sandbox.organisation.id,
          permissions: { metadata: 'read', contents: 'read' },
          repositoryIds: null,
        },
        'fineGrained',
      ),
    );
    expect(status).toBe(409);
    expect(message).toContain('It does not read the teams of acme');
  });

  it('is refused when it is the token in use', async () => {
    const { first } = await open();
    const { status, message } = await scene.rotate(first);
    expect(status).toBe(400);
    expect(message).toContain('uses this token already');
  });

  it('is not judged while GitHub does not answer', async () => {
    await open();
    const second = scene.another();
    scene.sandbox.sandbox.faults.set({ badGatewayEvery: 1 });
    const { status, message } = await scene.rotate(second);
    expect(status).toBe(503);
    expect(message).toContain('Nothing was changed');
    expect(scene.isUnchanged()).toBe(true);
  });

  it.each<[string, object]>([
    ['no token', {}],
    ['a token with a space in it', { token: 'ghp_aaaaaaaaaa bbbbbbbbbb' }],
    ['a fingerprint that is none', { token: 'a'.repeat(40), replaces: 'x' }],
  ])('is refused: %s', async (_, body) => {
    await open();
    const { status, message } = await scene.post(scene.route, body);
    expect(status).toBe(400);
    expect(message).toMatch(/^The request is not valid/);
    expect(message).not.toContain('bbbb');
  });
});
