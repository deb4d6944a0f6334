import type { Access } from '../http/Route';
import {
  ADMIN,
  authoriseIn,
  contents,
  HIDDEN,
  hooks,
  INTEGRATION,
  members,
  NOBODY,
} from './__testUtils__/authoriseIn';
import type { Subject } from './__testUtils__/authoriseIn';
import { openAccessScene } from './__testUtils__/openAccessScene';
import type { AccessScene } from './__testUtils__/openAccessScene';

let scene: AccessScene;
beforeAll(async () => {
  scene = await openAccessScene();
});
afterAll(() => scene.stop());

const { outcome } = authoriseIn(() => scene);

describe('what needs somebody', () => {
  it.each<[string, Subject, Access, string]>([
    ['GET', 'shop', {}, 'ok'],
    ['GET', 'shop', contents('read'), 'ok'],
    ['GET', 'nothing', {}, 'ok'],
    ['GET', 'shop', hooks, NOBODY],
    ['PUT', 'shop', contents('write'), NOBODY],
    ['POST', 'nothing', {}, NOBODY],
    ['POST', 'nothing', { as: 'anybody' }, 'ok'],
    ['GET', 'nothing', { as: 'user' }, NOBODY],
    ['GET', 'nothing', { as: 'signedIn' }, NOBODY],
    ['GET', 'organisation', members, NOBODY],
    ['GET', 'organisation', {}, 'ok'],
    [
      'GET',
      'nothing',
      { as: 'app' },
      '401 A JSON web token could not be decoded',
    ],
    ['POST', 'nothing', { as: 'client' }, NOBODY],
  ])('%s %s %j without a credential', (method, subject, access, expected) => {
    expect(outcome(scene.anonymous, method, subject, access)).toBe(expected);
  });

  it.each<[string, Subject, Access, string]>([
    ['GET', 'shop', contents('read'), 'ok'],
    ['GET', 'nothing', { as: 'app' }, 'ok'],
    ['GET', 'nothing', { as: 'user' }, INTEGRATION],
    ['PUT', 'shop', contents('write'), INTEGRATION],
    ['GET', 'organisation', members, INTEGRATION],
  ])("%s %s %j with an App's JWT", (method, subject, access, expected) => {
    expect(outcome(scene.jwt, method, subject, access)).toBe(expected);
  });
});

describe('classic tokens', () => {
  it.each<[string, string, string, Subject, Access, string]>([
    ['olivia', '', 'GET', 'shop', contents('read'), 'ok'],
    ['olivia', '', 'PUT', 'shop', contents('write'), HIDDEN],
    ['olivia', 'public_repo', 'PUT', 'shop', contents('write'), 'ok'],
    ['olivia', 'public_repo', 'PUT', 'vault', contents('write'), HIDDEN],
    ['olivia', 'repo', 'PUT', 'vault', contents('write'), 'ok'],
    ['olivia', 'repo', 'GET', 'shop', hooks, 'ok'],
    ['olivia', '', 'GET', 'shop', hooks, HIDDEN],
    ['mel', 'repo', 'GET', 'shop', hooks, ADMIN],
    ['mel', 'repo', 'PUT', 'shop', contents('write'), 'ok'],
    ['mel', 'repo', 'PUT', 'vault', contents('write'), HIDDEN],
    ['oscar', 'repo', 'PUT', 'shop', contents('write'), HIDDEN],
    [
      'carla',
      'repo',
      'PATCH',
      'vault',
      { permission: { name: 'issues', level: 'write' }, role: 'triage' },
      'ok',
    ],
    [
      'oscar',
      'repo',
      'PATCH',
      'shop',
      { permission: { name: 'issues', level: 'write' }, role: 'triage' },
      ADMIN,
    ],
    [
      'olivia',
      'repo',
      'DELETE',
      'shop',
      {
        permission: { name: 'administration', level: 'write' },
        role: 'admin',
        scopes: ['delete_repo'],
      },
      ADMIN,
    ],
    ['olivia', 'read:org', 'GET', 'organisation', members, 'ok'],
    ['olivia', 'admin:org', 'GET', 'organisation', members, 'ok'],
    ['olivia', 'repo', 'GET', 'organisation', members, HIDDEN],
    ['oscar', 'read:org', 'GET', 'organisation', members, HIDDEN],
    ['olivia', '', 'GET', 'organisation', {}, 'ok'],
    [
      'mel',
      'admin:org',
      'PUT',
      'organisation',
      {
        permission: { name: 'members', level: 'write' },
        organisation: 'admin',
      },
      '403 You must be an organization owner.',
    ],
    [
      'olivia',
      'read:org',
      'PUT',
      'organisation',
      {
        permission: { name: 'members', level: 'write' },
        organisation: 'admin',
      },
      HIDDEN,
    ],
    [
      'mel',
      'repo',
      'POST',
      'organisation',
      {
        permission: { name: 'administration', level: 'write' },
        organisation: 'member',
      },
      'ok',
    ],
    ['olivia', 'user', 'GET', 'nothing', { scopes: ['user:email'] }, 'ok'],
    ['olivia', 'repo', 'GET', 'nothing', { scopes: ['user:email'] }, HIDDEN],
  ])(
    '%s with [%s]: %s %s %j',
    (login, scopes, method, subject, access, expected) => {
      const user = scene.sandbox.state.users.first('login', login)!;
      const viewer = scene.classic(user, ...scopes.split(' '));
      expect(outcome(viewer, method, subject, access)).toBe(expected);
    },
  );
});
