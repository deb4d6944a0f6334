import { openAccessScene } from '../access/__testUtils__/openAccessScene';
import type { AccessScene } from '../access/__testUtils__/openAccessScene';
import { credentialHeaders, rateHeaders } from './responseHeaders';

let scene: AccessScene;
beforeAll(async () => {
  scene = await openAccessScene();
});
afterAll(() => scene.stop());

/** The accepted scopes for changing contents. */
const accepted = (
  more: Partial<Parameters<typeof credentialHeaders>[0]>,
): string | undefined =>
  credentialHeaders({
    viewer: scene.classic(scene.mel, 'repo'),
    access: { permission: { name: 'contents', level: 'write' }, role: 'push' },
    method: 'PUT',
    ...more,
  })['x-accepted-oauth-scopes'];

it('says which scopes are accepted for what is asked', () => {
  const { shop, vault, organisation } = scene;
  expect(accepted({ repository: shop })).toBe('public_repo, repo');
  expect(accepted({ repository: vault })).toBe('repo');
  expect(
    accepted({
      repository: shop,
      method: 'GET',
      access: { permission: { name: 'contents', level: 'read' } },
    }),
  ).toBe('');
  expect(
    accepted({
      organisation,
      method: 'GET',
      access: {
        permission: { name: 'members', level: 'read' },
        organisation: 'member',
      },
    }),
  ).toBe('read:org');
  expect(accepted({ access: { scopes: ['gist'] } })).toBe('gist');
});

it('says nothing of scopes for tokens that have none', () => {
  const viewer = scene.fineGrained(scene.mel, { contents: 'write' });
  expect(accepted({ viewer, repository: scene.shop })).toBeUndefined();
});

it('speaks of a limit only where there is one', () => {
  const status = {
    used: 1,
    remaining: 59,
    reset: 1,
    resource: 'core',
  } as const;
  expect(rateHeaders({ ...status, limit: 60 })).toMatchObject({
    'x-ratelimit-limit': '60',
    'x-ratelimit-remaining': '59',
  });
  expect(rateHeaders({ ...status, limit: Infinity })).toEqual({});
});
