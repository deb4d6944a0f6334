import { issueToken } from '../../access/issueToken';
import type { SecretAlert } from '../../core/state';
import { withAlertSandbox } from '../__testUtils__/withAlertSandbox';
import { createSecretAlert } from './createSecretAlert';
import { secretOf } from './secretOf';

jest.setTimeout(120_000);

const scene = withAlertSandbox();

const DESCRIBED = 'GET /repos/{owner}/{repo}/secret-scanning/alerts';
const LIST = 'GET /repos/acme/shop/secret-scanning/alerts';
const ONE = '/repos/acme/shop/secret-scanning/alerts/1';

function raise(values: Partial<SecretAlert> = {}) {
  const alert = createSecretAlert({
    sandbox: scene.sandbox.sandbox,
    repository: scene.sandbox.shop,
    sender: scene.sandbox.olivia,
    subject: {
      secretType: 'google_api_key',
      displayName: 'Google API Key',
      provider: 'Google',
    },
  });
  scene.sandbox.sandbox.clock.advance({ ms: 60_000 });
  return Object.assign(alert, values);
}

const numbersOf = (body: Array<{ number: number }>) =>
  body.map(({ number }) => number);

it.each([
  [LIST.slice(4), DESCRIBED],
  [ONE, `${DESCRIBED}/{alert_number}`],
  [
    '/orgs/acme/secret-scanning/alerts',
    'GET /orgs/{org}/secret-scanning/alerts',
  ],
])('answers %s as GitHub describes it', async (path, route) => {
  raise();
  raise({ state: 'resolved', resolution: 'revoked', validity: 'inactive' });
  const { status, body } = await scene.sandbox.call(`GET ${path}`, {
    as: 'olivia',
  });
  expect(status).toBe(200);
  expect(scene.openApi.checkAnswer({ route, status, body })).toEqual([]);
  expect(numbersOf([body].flat()).at(-1)).toBe(1);
});

it('stands for a secret with what nobody takes for one, and hides it when told to', async () => {
  const alert = raise();
  expect(secretOf(alert)).toBe('example-not-a-secret-1');
  for (const path of [LIST, `GET ${ONE}`]) {
    const shown = await scene.sandbox.call(path, { as: 'olivia' });
    expect(shown.text).toContain(secretOf(alert));
    const hidden = await scene.sandbox.call(`${path}?hide_secret=true`, {
      as: 'olivia',
    });
    expect(hidden.status).toBe(200);
    expect(hidden.text).not.toContain(secretOf(alert));
  }
});

it.each([
  ['?state=open', [2, 1]],
  ['?state=resolved', [3]],
  ['?resolution=revoked,wont_fix', [3]],
  ['?secret_type=npm_access_token', [2]],
  ['?exclude_secret_types=npm_access_token', [3, 1]],
  ['?validity=active', [1]],
  ['?is_publicly_leaked=true', [2]],
  ['?direction=asc', [1, 2, 3]],
  ['?per_page=2&page=2', [1]],
])('filters by %s', async (query, expected) => {
  raise({ validity: 'active' });
  raise({ secretType: 'npm_access_token', publiclyLeaked: true });
  raise({ state: 'resolved', resolution: 'revoked' });
  const { body } = await scene.sandbox.call(`${LIST}${query}`, {
    as: 'olivia',
  });
  expect(numbersOf(body)).toEqual(expected);
});

it.each(['?state=closed', '?resolution=bad', '?sort=number', '?validity=old'])(
  'refuses %s',
  async query => {
    raise();
    const { status } = await scene.sandbox.call(`${LIST}${query}`, {
      as: 'olivia',
    });
    expect(status).toBe(422);
  },
);

it('is resolved, once, and opened again', async () => {
  raise();
  const resolve = () =>
    scene.sandbox.call(`PATCH ${ONE}`, {
      as: 'olivia',
      body: {
        ...{ state: 'resolved', resolution: 'revoked' },
        resolution_comment: 'A new one is in the vault',
      },
    });
  const { status, body } = await resolve();
  expect(body).toMatchObject({
    ...{ state: 'resolved', resolution: 'revoked' },
    ...{ resolved_by: { login: 'olivia' } },
    resolution_comment: 'A new one is in the vault',
  });
  expect(
    scene.openApi.checkAnswer({
      route: `PATCH ${DESCRIBED.slice(4)}/{alert_number}`,
      ...{ status, body },
    }),
  ).toEqual([]);
  expect((await resolve()).status).toBe(400);
  const opened = await scene.sandbox.call(`PATCH ${ONE}`, {
    as: 'olivia',
    body: { state: 'open' },
  });
  expect(opened.body).toMatchObject({ state: 'open', resolved_by: null });
});

it.each([
  [{}],
  [{ state: 'fixed' }],
  [{ state: 'resolved' }],
  [{ state: 'open', resolution: 'revoked' }],
  [{ state: 'resolved', resolution: 'bored' }],
])('refuses %j', async body => {
  const alert = raise();
  const answer = await scene.sandbox.call(`PATCH ${ONE}`, {
    as: 'olivia',
    body,
  });
  expect(answer.status).toBe(422);
  expect(alert.state).toBe('open');
});

it('shows them to who administers, and to Apps with the permission', async () => {
  raise();
  expect((await scene.sandbox.call(LIST)).status).toBe(401);
  expect((await scene.sandbox.call(LIST, { as: 'mel' })).status).toBe(404);
  const app = (permissions: object) =>
    issueToken({
      sandbox: scene.sandbox.sandbox,
      kind: 'installation',
      values: {
        installationId: scene.sandbox.installation.id,
        permissions: { metadata: 'read', ...permissions },
      },
    }).secret;
  const none = await scene.sandbox.call(LIST, { token: app({}) });
  expect(none.body.message).toBe('Resource not accessible by integration');
  expect(none.headers.get('x-accepted-github-permissions')).toBe(
    'secret_scanning_alerts=read',
  );
  const body = { state: 'resolved', resolution: 'revoked' };
  for (const [level, statuses] of [
    ['read', [200, 403]],
    ['write', [200, 200]],
  ] as const) {
    const token = app({ secret_scanning_alerts: level });
    const read = await scene.sandbox.call(LIST, { token });
    const written = await scene.sandbox.call(`PATCH ${ONE}`, { token, body });
    expect([read.status, written.status]).toEqual(statuses);
  }
});

it('is off until somebody switches it on, or something was found', async () => {
  const off = await scene.sandbox.call(LIST, { as: 'olivia' });
  expect(off).toMatchObject({
    status: 404,
    body: { message: 'Secret scanning is disabled on this repository.' },
  });
  const settings = (status: string) => ({
    security_and_analysis: { secret_scanning: { status } },
  });
  const on = await scene.sandbox.call('PATCH /repos/acme/shop', {
    as: 'olivia',
    body: settings('enabled'),
  });
  expect(on.body).toMatchObject(settings('enabled'));
  expect((await scene.sandbox.call(LIST, { as: 'olivia' })).body).toEqual([]);
});
