import type { Access } from '../http/Route';
import { authoriseIn, contents } from './__testUtils__/authoriseIn';
import { openAccessScene } from './__testUtils__/openAccessScene';
import type { AccessScene } from './__testUtils__/openAccessScene';
import { ssoPartialResults } from './sso/ssoPartialResults';

let scene: AccessScene;
beforeAll(async () => {
  scene = await openAccessScene();
});
afterAll(() => scene.stop());
afterEach(() => {
  scene.organisation.samlEnforced = false;
});

const { outcome, refusalOf } = authoriseIn(() => scene);

describe('archived repositories', () => {
  const READ_ONLY = '403 Repository was archived so is read-only.';
  it.each<[string, Access, string]>([
    ['GET', contents('read'), 'ok'],
    ['PUT', contents('write'), READ_ONLY],
    ['POST', { permission: { name: 'issues', level: 'write' } }, READ_ONLY],
    [
      'PATCH',
      {
        permission: { name: 'administration', level: 'write' },
        role: 'admin',
      },
      'ok',
    ],
  ])('%s %j', (method, access, expected) => {
    for (const viewer of [
      scene.classic(scene.olivia, 'repo'),
      scene.installed(),
    ]) {
      expect(outcome(viewer, method, 'attic', access)).toBe(expected);
    }
  });
});

describe('single sign-on', () => {
  it('is asked of members for everything of the organisation', () => {
    scene.organisation.samlEnforced = true;
    const viewer = scene.classic(scene.mel, 'repo', 'read:org');
    for (const subject of ['shop', 'vault', 'organisation'] as const) {
      const refusal = refusalOf(viewer, 'GET', subject, {});
      expect(refusal?.status).toBe(403);
      expect(refusal?.message).toBe(
        'Resource protected by organization SAML enforcement. You must grant your Personal Access token access to this organization.',
      );
      expect(refusal?.headers['x-github-sso']).toMatch(
        /^required; url=http:\/\/localhost:\d+\/orgs\/acme\/sso\?authorization_request=\S+$/,
      );
    }
    expect(
      refusalOf(scene.oauth(scene.mel, 'repo'), 'GET', 'shop', {})?.message,
    ).toContain('grant your OAuth token access');
    expect(outcome(scene.classic(scene.oscar), 'GET', 'shop', {})).toBe('ok');
    expect(outcome(scene.installed(), 'GET', 'vault', {})).toBe('ok');
    expect(outcome(scene.anonymous, 'GET', 'shop', {})).toBe('ok');
  });

  it('is named where a list leaves something out', () => {
    const { sandbox, organisation } = scene;
    const viewer = scene.classic(scene.mel, 'repo');
    expect(ssoPartialResults({ sandbox, viewer })).toBeUndefined();
    organisation.samlEnforced = true;
    expect(ssoPartialResults({ sandbox, viewer })).toBe(
      `partial-results; organizations=${organisation.id}`,
    );
  });
});

it('stops people who were suspended', () => {
  const viewer = scene.classic(scene.carla, 'repo');
  scene.carla.suspendedAt = '2026-01-01T00:00:00Z';
  expect(outcome(viewer, 'GET', 'shop', {})).toBe(
    '403 Sorry. Your account was suspended.',
  );
  scene.carla.suspendedAt = null;
});
