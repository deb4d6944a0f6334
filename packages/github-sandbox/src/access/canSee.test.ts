import { openAccessScene } from './__testUtils__/openAccessScene';
import type { AccessScene } from './__testUtils__/openAccessScene';
import { canSee } from './canSee';
import type { Viewer } from './Viewer';

let scene: AccessScene;
beforeAll(async () => {
  scene = await openAccessScene();
});
afterAll(() => scene.stop());
afterEach(() => {
  scene.installation.repositorySelection = 'all';
  scene.installation.repositoryIds = [];
  scene.installation.suspendedAt = null;
  scene.organisation.samlEnforced = false;
  scene.organisation.defaultRepositoryPermission = 'pull';
});

/** The names of what a viewer sees. */
const seen = (viewer: Viewer) =>
  Object.entries(scene.repositories)
    .filter(([, repository]) =>
      canSee({ sandbox: scene.sandbox, viewer, repository }),
    )
    .map(([name]) => name)
    .join(' ');

const everything = 'shop vault inner attic';

it.each<[string, () => Viewer, string]>([
  ['nobody', () => scene.anonymous, 'shop'],
  ["an App's JWT", () => scene.jwt, 'shop'],
  ['an owner', () => scene.classic(scene.olivia, 'repo'), everything],
  ['an owner without scopes', () => scene.classic(scene.olivia), 'shop'],
  [
    'an owner with public_repo',
    () => scene.classic(scene.olivia, 'public_repo', 'admin:org'),
    'shop',
  ],
  ['a member', () => scene.classic(scene.mel, 'repo'), everything],
  ['a member by OAuth', () => scene.oauth(scene.mel, 'repo'), everything],
  [
    'a member by OAuth without scopes',
    () => scene.oauth(scene.mel, 'read:org'),
    'shop',
  ],
  ['an outsider', () => scene.classic(scene.oscar, 'repo'), 'shop'],
  [
    'an outside collaborator',
    () => scene.classic(scene.carla, 'repo'),
    'shop vault',
  ],
  [
    'a fine-grained token for all',
    () => scene.fineGrained(scene.mel, {}),
    everything,
  ],
  [
    'a fine-grained token for one',
    () => scene.fineGrained(scene.mel, {}, { repositoryIds: [scene.vault.id] }),
    'shop vault',
  ],
  [
    "a fine-grained token for a person's own",
    () => scene.fineGrained(scene.mel, {}, { resourceOwnerId: scene.mel.id }),
    'shop',
  ],
  [
    'a fine-grained token of an outsider',
    () => scene.fineGrained(scene.oscar, {}),
    'shop',
  ],
  ['an installation', () => scene.installed(), everything],
  [
    'an installation with a restricted token',
    () => scene.installed({ repositoryIds: [scene.inner.id] }),
    'shop inner',
  ],
  [
    'an installation on another account',
    () => scene.installed({}, scene.elsewhere),
    'shop',
  ],
  ['a member through an App', () => scene.userToServer(scene.mel), everything],
  ['an outsider through an App', () => scene.userToServer(scene.oscar), 'shop'],
])('%s sees what there is to see', (_, viewer, expected) => {
  expect(seen(viewer())).toBe(expected);
});

it('gives installations what was selected, and persons through the App no more', () => {
  scene.installation.repositorySelection = 'selected';
  scene.installation.repositoryIds = [scene.vault.id];
  expect(seen(scene.installed())).toBe('shop vault');
  expect(seen(scene.userToServer(scene.olivia))).toBe('shop vault');
});

it('gives persons through a suspended App nothing', () => {
  scene.installation.suspendedAt = '2026-01-01T00:00:00Z';
  expect(seen(scene.userToServer(scene.olivia))).toBe('shop');
});

it('shows members what is internal where the base permission is none', () => {
  scene.organisation.defaultRepositoryPermission = 'none';
  expect(seen(scene.classic(scene.mel, 'repo'))).toBe('shop inner');
});

it('hides what needs single sign-on from tokens without it', () => {
  scene.organisation.samlEnforced = true;
  const member = scene.classic(scene.mel, 'repo');
  expect(seen(member)).toBe('shop');
  // Whoever is no member does not sign on, and Apps and tokens of the organisation have done so.
  expect(seen(scene.classic(scene.carla, 'repo'))).toBe('shop vault');
  expect(seen(scene.installed())).toBe(everything);
  expect(seen(scene.fineGrained(scene.mel, {}))).toBe(everything);
  const authorised = scene.classic(scene.mel, 'repo') as Extract<
    Viewer,
    { kind: 'user' }
  >;
  authorised.token.ssoAuthorised.push(scene.organisation.id);
  expect(seen(authorised)).toBe(everything);
});
