import { issueToken } from '../access/issueToken';
import type { DependabotAlert } from '../core/state';
import { withAlertSandbox } from './__testUtils__/withAlertSandbox';
import { createAlert } from './change/createAlert';

jest.setTimeout(120_000);

const scene = withAlertSandbox();

const LIST = 'GET /repos/acme/shop/dependabot/alerts';
const ONE = '/repos/acme/shop/dependabot/alerts/1';

function raise(values: Partial<DependabotAlert> = {}) {
  const alert = createAlert({
    sandbox: scene.sandbox.sandbox,
    repository: scene.sandbox.shop,
    sender: scene.sandbox.olivia,
    subject: {
      packageName: 'lodash',
      ecosystem: 'npm',
      manifestPath: 'package-lock.json',
      severity: 'high',
      ghsaId: 'GHSA-35jh-r3h4-6jhm',
      cveId: 'CVE-2021-23337',
      summary: 'Command injection in lodash',
      vulnerableRange: '< 4.17.21',
      firstPatchedVersion: '4.17.21',
    },
  });
  scene.sandbox.sandbox.clock.advance({ ms: 60_000 });
  return Object.assign(alert, values);
}

async function numbers(query = '') {
  const { body } = await scene.sandbox.call(`${LIST}${query}`, {
    as: 'olivia',
  });
  return body.map(({ number }: { number: number }) => number);
}

it('lists alerts, the newest first, as GitHub describes them', async () => {
  raise();
  raise({ cveId: null, firstPatchedVersion: null, scope: null });
  const { status, body } = await scene.sandbox.call(LIST, { as: 'mel' });
  expect(status).toBe(200);
  expect(body.map(({ number }: { number: number }) => number)).toEqual([2, 1]);
  expect(
    scene.openApi.checkAnswer({
      route: 'GET /repos/{owner}/{repo}/dependabot/alerts',
      status,
      body,
    }),
  ).toEqual([]);
});

describe('filters', () => {
  beforeEach(() => {
    raise({ severity: 'low', scope: 'development' });
    raise({ ecosystem: 'pip', packageName: 'requests' });
    raise({ state: 'fixed', manifestPath: 'web/package.json' });
  });

  it.each([
    ['?state=open', [2, 1]],
    ['?state=open,fixed', [3, 2, 1]],
    ['?severity=low', [1]],
    ['?severity=critical', []],
    ['?ecosystem=pip', [2]],
    ['?package=lodash', [3, 1]],
    ['?manifest=web/package.json', [3]],
    ['?scope=development', [1]],
    ['?direction=asc', [1, 2, 3]],
  ])('%s', async (query, expected) => {
    expect(await numbers(query)).toEqual(expected);
  });

  it.each(['?state=closed', '?severity=bad', '?sort=name', '?scope=all'])(
    'refuses %s',
    async query => {
      const { status } = await scene.sandbox.call(`${LIST}${query}`, {
        as: 'olivia',
      });
      expect(status).toBe(422);
    },
  );

  it('sorts by the last change', async () => {
    await scene.sandbox.call(`PATCH ${ONE}`, {
      as: 'olivia',
      body: { state: 'dismissed', dismissed_reason: 'not_used' },
    });
    expect(await numbers('?sort=updated')).toEqual([1, 3, 2]);
  });
});

it('turns pages by cursors, there and back', async () => {
  for (let count = 0; count < 5; count += 1) raise();
  const links = (headers: Headers) =>
    Object.fromEntries(
      [...(headers.get('link') ?? '').matchAll(/<([^>]+)>; rel="(\w+)"/g)].map(
        ([, url, rel]) => [rel, url.replace(scene.sandbox.url, '')],
      ),
    );
  const seen: number[][] = [];
  let link: string | undefined = `${LIST.slice(4)}?per_page=2`;
  let back: string | undefined;
  while (link) {
    const { headers, body }: { headers: Headers; body: any } =
      await scene.sandbox.call(`GET ${link}`, { as: 'olivia' });
    seen.push(body.map(({ number }: { number: number }) => number));
    const { next, prev } = links(headers);
    link = next;
    back = prev;
  }
  expect(seen).toEqual([[5, 4], [3, 2], [1]]);
  const before = await scene.sandbox.call(`GET ${back}`, { as: 'olivia' });
  expect(before.body.map(({ number }: { number: number }) => number)).toEqual([
    3, 2,
  ]);
  const numbered = await scene.sandbox.call(`${LIST}?page=2`, { as: 'olivia' });
  expect(numbered.status).toBe(400);
});

it('is dismissed with a reason, once, and opened again', async () => {
  raise();
  const dismiss = () =>
    scene.sandbox.call(`PATCH ${ONE}`, {
      as: 'mel',
      body: {
        state: 'dismissed',
        dismissed_reason: 'tolerable_risk',
        dismissed_comment: 'Never called',
      },
    });
  const dismissed = await dismiss();
  expect(dismissed.body).toMatchObject({
    state: 'dismissed',
    dismissed_by: { login: 'mel' },
    dismissed_reason: 'tolerable_risk',
    dismissed_comment: 'Never called',
    dismissed_at: scene.sandbox.sandbox.clock.iso(),
  });
  expect(
    scene.openApi.checkAnswer({
      route: 'PATCH /repos/{owner}/{repo}/dependabot/alerts/{alert_number}',
      status: 200,
      body: dismissed.body,
    }),
  ).toEqual([]);
  expect((await dismiss()).status).toBe(409);

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
  [
    {
      state: 'dismissed',
      dismissed_reason: 'not_used',
      dismissed_comment: 'x'.repeat(281),
    },
  ],
])('refuses %j', async body => {
  const alert = raise();
  const answer = await scene.sandbox.call(`PATCH ${ONE}`, { as: 'mel', body });
  expect(answer.status).toBe(422);
  expect(alert.state).toBe('open');
});

describe('who may see them', () => {
  beforeEach(() => raise());
  const installationToken = (permissions: object) =>
    issueToken({
      sandbox: scene.sandbox.sandbox,
      kind: 'installation',
      values: {
        installationId: scene.sandbox.installation.id,
        permissions: { metadata: 'read', ...permissions },
      },
    }).secret;

  it('nobody without a credential, no outsider of a public repository', async () => {
    expect((await scene.sandbox.call(LIST)).status).toBe(401);
    const outsider = await scene.sandbox.call(LIST, { as: 'oscar' });
    expect(outsider.status).toBe(403);
    expect(outsider.body.message).toBe(
      'You are not authorized to perform this operation.',
    );
  });

  it('an App with the permission, reading or writing', async () => {
    const none = installationToken({});
    const read = installationToken({ vulnerability_alerts: 'read' });
    const write = installationToken({ vulnerability_alerts: 'write' });
    const body = { state: 'dismissed', dismissed_reason: 'not_used' };
    expect((await scene.sandbox.call(LIST, { token: none })).status).toBe(403);
    expect((await scene.sandbox.call(LIST, { token: read })).status).toBe(200);
    expect(
      (await scene.sandbox.call(`PATCH ${ONE}`, { token: read, body })).status,
    ).toBe(403);
    expect(
      (await scene.sandbox.call(`PATCH ${ONE}`, { token: write, body })).status,
    ).toBe(200);
  });

  it('an owner sees those of the whole organisation', async () => {
    const { status, body } = await scene.sandbox.call(
      'GET /orgs/acme/dependabot/alerts',
      { as: 'olivia' },
    );
    expect(body).toEqual([
      expect.objectContaining({
        number: 1,
        repository: expect.objectContaining({ full_name: 'acme/shop' }),
      }),
    ]);
    expect(
      scene.openApi.checkAnswer({
        route: 'GET /orgs/{org}/dependabot/alerts',
        status,
        body,
      }),
    ).toEqual([]);
    const member = await scene.sandbox.call(
      'GET /orgs/acme/dependabot/alerts',
      {
        as: 'mel',
      },
    );
    expect(member.status).toBe(403);
  });
});

it('switches alerts and their pull requests on and off', async () => {
  const call = (route: string) => scene.sandbox.call(route, { as: 'olivia' });
  const alerts = '/repos/acme/shop/vulnerability-alerts';
  const fixes = '/repos/acme/shop/automated-security-fixes';
  expect((await call(`GET ${alerts}`)).status).toBe(204);
  expect((await call(`PUT ${fixes}`)).status).toBe(204);
  expect((await call(`GET ${fixes}`)).body).toEqual({
    enabled: true,
    paused: false,
  });

  expect((await call(`DELETE ${alerts}`)).status).toBe(204);
  expect((await call(`GET ${alerts}`)).status).toBe(404);
  expect((await call(`GET ${fixes}`)).body.enabled).toBe(false);
  expect((await call(`PUT ${fixes}`)).status).toBe(422);
  const list = await call(LIST);
  expect(list.status).toBe(403);
  expect(list.body.message).toBe(
    'Dependabot alerts are disabled for this repository.',
  );
  expect(
    (await scene.sandbox.call(`PUT ${alerts}`, { as: 'mel' })).status,
  ).toBe(403);
});
