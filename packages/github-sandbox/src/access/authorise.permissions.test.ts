import type { Access } from '../http/Route';
import {
  ADMIN,
  authoriseIn,
  contents,
  HIDDEN,
  hooks,
  INTEGRATION,
  members,
  PERSONAL,
} from './__testUtils__/authoriseIn';
import type { Subject } from './__testUtils__/authoriseIn';
import { openAccessScene } from './__testUtils__/openAccessScene';
import type { AccessScene } from './__testUtils__/openAccessScene';
import type { Viewer } from './Viewer';

let scene: AccessScene;
beforeAll(async () => {
  scene = await openAccessScene();
});
afterAll(() => scene.stop());
afterEach(() => {
  scene.installation.suspendedAt = null;
});

const { outcome, refusalOf } = authoriseIn(() => scene);

describe('fine-grained tokens', () => {
  it.each<[string, () => Viewer, string, Subject, Access, string]>([
    [
      'the permission',
      () => scene.fineGrained(scene.mel, { contents: 'write' }),
      'PUT',
      'shop',
      contents('write'),
      'ok',
    ],
    [
      'read where write is needed',
      () => scene.fineGrained(scene.mel, { contents: 'read' }),
      'PUT',
      'shop',
      contents('write'),
      PERSONAL,
    ],
    [
      'nothing, on something public',
      () => scene.fineGrained(scene.mel, {}),
      'GET',
      'shop',
      contents('read'),
      'ok',
    ],
    [
      'nothing, on something private',
      () => scene.fineGrained(scene.mel, {}),
      'GET',
      'vault',
      contents('read'),
      PERSONAL,
    ],
    [
      'nothing but what all have',
      () => scene.fineGrained(scene.mel, {}),
      'GET',
      'vault',
      { permission: { name: 'metadata', level: 'read' } },
      'ok',
    ],
    [
      'the permission without the role',
      () => scene.fineGrained(scene.mel, { repository_hooks: 'read' }),
      'GET',
      'shop',
      hooks,
      ADMIN,
    ],
    [
      'the permission on another repository',
      () =>
        scene.fineGrained(
          scene.mel,
          { contents: 'write' },
          { repositoryIds: [scene.vault.id] },
        ),
      'PUT',
      'shop',
      contents('write'),
      PERSONAL,
    ],
    [
      'the permission on another account',
      () =>
        scene.fineGrained(
          scene.mel,
          { contents: 'write' },
          { resourceOwnerId: scene.mel.id },
        ),
      'PUT',
      'shop',
      contents('write'),
      PERSONAL,
    ],
    [
      "the organisation's members",
      () => scene.fineGrained(scene.mel, { members: 'read' }),
      'GET',
      'organisation',
      members,
      'ok',
    ],
    [
      'no permission for members',
      () => scene.fineGrained(scene.mel, { contents: 'write' }),
      'GET',
      'organisation',
      members,
      PERSONAL,
    ],
  ])('with %s', (_, viewer, method, subject, access, expected) => {
    expect(outcome(viewer(), method, subject, access)).toBe(expected);
  });

  it('learn which permission is missing', () => {
    const viewer = scene.fineGrained(scene.mel, {});
    expect(
      refusalOf(viewer, 'PUT', 'shop', contents('write'))?.headers,
    ).toEqual({ 'x-accepted-github-permissions': 'contents=write' });
  });
});

describe('installations', () => {
  it.each<[string, () => Viewer, string, Subject, Access, string]>([
    [
      'the permission',
      () => scene.installed(),
      'PUT',
      'vault',
      contents('write'),
      'ok',
    ],
    [
      'a token with less',
      () => scene.installed({ permissions: { contents: 'read' } }),
      'PUT',
      'vault',
      contents('write'),
      INTEGRATION,
    ],
    [
      'a token for another repository',
      () => scene.installed({ repositoryIds: [scene.vault.id] }),
      'PUT',
      'shop',
      contents('write'),
      INTEGRATION,
    ],
    [
      'an installation elsewhere',
      () => scene.installed({}, scene.elsewhere),
      'PUT',
      'shop',
      contents('write'),
      INTEGRATION,
    ],
    [
      'no permission, on something public',
      () => scene.installed({ permissions: {} }),
      'GET',
      'shop',
      contents('read'),
      'ok',
    ],
    [
      'no permission for what is never public',
      () => scene.installed(),
      'GET',
      'shop',
      { permission: { name: 'dependabot_secrets', level: 'read' } },
      INTEGRATION,
    ],
    [
      'a role that names no permission',
      () => scene.installed({ permissions: { contents: 'write' } }),
      'PATCH',
      'shop',
      { role: 'admin' },
      INTEGRATION,
    ],
    [
      'a route for persons',
      () => scene.installed(),
      'GET',
      'nothing',
      { as: 'user' },
      INTEGRATION,
    ],
    ['members', () => scene.installed(), 'GET', 'organisation', members, 'ok'],
    [
      'members of another account',
      () => scene.installed({}, scene.elsewhere),
      'GET',
      'organisation',
      members,
      INTEGRATION,
    ],
  ])('with %s', (_, viewer, method, subject, access, expected) => {
    expect(outcome(viewer(), method, subject, access)).toBe(expected);
  });

  it('are stopped while they are suspended', () => {
    scene.installation.suspendedAt = '2026-01-01T00:00:00Z';
    expect(outcome(scene.installed(), 'GET', 'shop', {})).toBe(
      '403 This installation has been suspended',
    );
  });
});

describe('persons through an App', () => {
  it('have what both have', () => {
    const asMel = scene.userToServer(scene.mel);
    const asOscar = scene.userToServer(scene.oscar);
    expect(outcome(asMel, 'PUT', 'shop', contents('write'))).toBe('ok');
    expect(outcome(asMel, 'GET', 'shop', hooks)).toBe(INTEGRATION);
    expect(outcome(asOscar, 'PUT', 'shop', contents('write'))).toBe(HIDDEN);
    scene.installation.suspendedAt = '2026-01-01T00:00:00Z';
    expect(outcome(asMel, 'PUT', 'shop', contents('write'))).toBe(INTEGRATION);
  });
});
