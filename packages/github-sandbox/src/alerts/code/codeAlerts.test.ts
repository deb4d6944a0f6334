import { issueToken } from '../../access/issueToken';
import type { CodeAlert } from '../../core/state';
import { withAlertSandbox } from '../__testUtils__/withAlertSandbox';
import { createCodeAlert } from './createCodeAlert';

jest.setTimeout(120_000);

const scene = withAlertSandbox();

const DESCRIBED = 'GET /repos/{owner}/{repo}/code-scanning/alerts';
const LIST = 'GET /repos/acme/shop/code-scanning/alerts';
const ONE = '/repos/acme/shop/code-scanning/alerts/1';

function raise(values: Partial<CodeAlert> = {}) {
  const alert = createCodeAlert({
    sandbox: scene.sandbox.sandbox,
    repository: scene.sandbox.shop,
    sender: scene.sandbox.olivia,
    subject: {
      ruleId: 'js/zipslip',
      severity: 'error',
      securitySeverity: 'high',
      summary: 'Arbitrary file write',
      path: 'src/index.ts',
      line: 1,
    },
  });
  scene.sandbox.sandbox.clock.advance({ ms: 60_000 });
  return Object.assign(alert, values);
}

const numbersOf = (body: Array<{ number: number }>) =>
  body.map(({ number }) => number);

it('lists alerts, the newest first, as GitHub describes them', async () => {
  raise();
  raise({ securitySeverity: null, toolVersion: '2.20.1', tags: ['security'] });
  const { status, body } = await scene.sandbox.call(LIST, { as: 'mel' });
  expect(numbersOf(body)).toEqual([2, 1]);
  const main = await scene.sandbox.call('GET /repos/acme/shop/commits/main');
  expect(body[1].most_recent_instance).toMatchObject({
    ...{ ref: 'refs/heads/main', commit_sha: main.body.sha },
    location: { path: 'src/index.ts', start_line: 1 },
  });
  expect(scene.openApi.checkAnswer({ route: DESCRIBED, status, body })).toEqual(
    [],
  );
});

it.each([
  `${ONE}`,
  `${ONE}/instances`,
  '/repos/acme/shop/code-scanning/analyses',
  '/orgs/acme/code-scanning/alerts',
])('answers %s as GitHub describes it', async path => {
  raise();
  const { status, body } = await scene.sandbox.call(`GET ${path}`, {
    as: 'olivia',
  });
  const route = `GET ${path
    .replace('/repos/acme/shop', '/repos/{owner}/{repo}')
    .replace('/orgs/acme', '/orgs/{org}')
    .replace('/alerts/1', '/alerts/{alert_number}')}`;
  expect(status).toBe(200);
  expect(scene.openApi.checkAnswer({ route, status, body })).toEqual([]);
  expect([body].flat()).toHaveLength(1);
});

it.each([
  ['?state=open', [2, 1]],
  ['?state=closed', [4, 3]],
  ['?state=fixed', [4]],
  ['?severity=high', [4, 3, 1]],
  ['?severity=warning', [2]],
  ['?severity=error', []],
  ['?tool_name=Semgrep', [3]],
  ['?direction=asc', [1, 2, 3, 4]],
  ['?per_page=3&page=2', [1]],
  ['?ref=refs/heads/main&state=open', [2, 1]],
  ['?ref=topic', []],
])('filters by %s', async (query, expected) => {
  raise();
  raise({ securitySeverity: null, severity: 'warning' });
  raise({ state: 'dismissed', tool: 'Semgrep' });
  raise({ state: 'fixed' });
  const { body } = await scene.sandbox.call(`${LIST}${query}`, {
    as: 'olivia',
  });
  expect(numbersOf(body)).toEqual(expected);
});

it.each(['?state=shut', '?severity=bad', '?sort=name', '?direction=up'])(
  'refuses %s',
  async query => {
    raise();
    const { status } = await scene.sandbox.call(`${LIST}${query}`, {
      as: 'olivia',
    });
    expect(status).toBe(422);
  },
);

it('is dismissed with a reason, once, and opened again', async () => {
  raise();
  const dismiss = () =>
    scene.sandbox.call(`PATCH ${ONE}`, {
      as: 'mel',
      body: { state: 'dismissed', dismissed_reason: 'false positive' },
    });
  const { status, body } = await dismiss();
  expect(body).toMatchObject({
    ...{ state: 'dismissed', dismissed_reason: 'false positive' },
    ...{ dismissed_by: { login: 'mel' }, dismissed_comment: null },
  });
  expect(
    scene.openApi.checkAnswer({
      route: `PATCH ${DESCRIBED.slice(4)}/{alert_number}`,
      ...{ status, body },
    }),
  ).toEqual([]);
  expect((await dismiss()).status).toBe(400);
  const opened = await scene.sandbox.call(`PATCH ${ONE}`, {
    as: 'mel',
    body: { state: 'open' },
  });
  expect(opened.body).toMatchObject({ state: 'open', dismissed_by: null });
});

it.each([
  [{}],
  [{ state: 'fixed' }],
  [{ state: 'dismissed' }],
  [{ state: 'dismissed', dismissed_reason: 'bored' }],
])('refuses %j', async body => {
  const alert = raise();
  const answer = await scene.sandbox.call(`PATCH ${ONE}`, { as: 'mel', body });
  expect(answer.status).toBe(422);
  expect(alert.state).toBe('open');
});

it('shows them to who may push, and to Apps with the permission', async () => {
  raise();
  expect((await scene.sandbox.call(LIST)).status).toBe(401);
  const outsider = await scene.sandbox.call(LIST, { as: 'oscar' });
  expect(outsider).toMatchObject({
    status: 403,
    body: { message: 'You are not authorized to read code scanning alerts.' },
  });
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
    'security_events=read',
  );
  const body = { state: 'dismissed', dismissed_reason: "won't fix" };
  for (const [level, statuses] of [
    ['read', [200, 403]],
    ['write', [200, 200]],
  ] as const) {
    const token = app({ security_events: level });
    const read = await scene.sandbox.call(LIST, { token });
    const written = await scene.sandbox.call(`PATCH ${ONE}`, { token, body });
    expect([read.status, written.status]).toEqual(statuses);
  }
});

it.each([
  ['shop', 404, 'no analysis found'],
  [
    'vault',
    403,
    'Advanced Security must be enabled for this repository to use code scanning.',
  ],
])('says of %s that nothing was analysed', async (name, status, message) => {
  for (const path of ['alerts', 'alerts/1', 'analyses']) {
    const answer = await scene.sandbox.call(
      `GET /repos/acme/${name}/code-scanning/${path}`,
      { as: 'olivia' },
    );
    expect(answer).toMatchObject({ status, body: { message } });
  }
});
