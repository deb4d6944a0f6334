import { startReceiver } from '../hooks/__testUtils__/startReceiver';
import { startControl } from './__testUtils__/startControl';

type Sandbox = Awaited<ReturnType<typeof startControl>>;

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startControl();
});
afterEach(async () => {
  await sandbox.stop();
  if (sandbox.errors.length > 0) throw sandbox.errors[0];
});

describe('who may call', () => {
  it.each(['', 'Bearer other', 'Bearer control-toke', 'control-token2'])(
    'refuses %j',
    async authorization => {
      const answer = await sandbox.control('GET /state', {
        headers: { authorization },
      });
      expect(answer.status).toBe(401);
    },
  );

  it('is not there without a token, whatever one sends', async () => {
    const closed = await startControl({ controlToken: '' });
    for (const route of ['GET', 'GET /state', 'POST /clock', 'GET /nothing']) {
      const answer = await closed.control(route, {
        headers: { authorization: 'Bearer ' },
      });
      expect(answer.status).toBe(404);
    }
    await closed.stop();
  });

  it('lets no page of a browser in', async () => {
    const preflight = await sandbox.control('OPTIONS /state', {
      headers: { authorization: '', origin: 'http://evil.example' },
    });
    const read = await sandbox.control('GET /state');
    expect(preflight.status).toBe(401);
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
    expect(read.status).toBe(200);
    expect(read.headers.get('access-control-allow-origin')).toBeNull();
  });
});

it('says what there is, for programs and for people', async () => {
  const { body } = await sandbox.control('GET');
  const { text } = await sandbox.control('GET', {
    headers: { accept: 'text/plain' },
  });
  const paths = body.routes.map(
    (route: { method: string; path: string }) =>
      `${route.method} ${route.path}`,
  );
  expect(paths).toContain('PUT /_sandbox/organisations/{login}');
  for (const path of paths) expect(text).toContain(path);
});

describe('requests', () => {
  beforeEach(async () => {
    await sandbox.call('GET /rate_limit', { as: 'mel' });
    await sandbox.call('GET /orgs/nobody');
  });
  const paths = async (query: string) => {
    const { body } = await sandbox.control(`GET /requests${query}`);
    return body.requests.map((request: { path: string }) => request.path);
  };

  it('lists them without its own', async () => {
    await sandbox.control('GET /state');
    expect(await paths('')).toEqual(['/rate_limit', '/orgs/nobody']);
  });

  it('filters by id, route and status', async () => {
    const { body } = await sandbox.control('GET /requests');
    const [first] = body.requests;
    expect(first.credential).toMatchObject({ kind: 'classic', login: 'mel' });
    expect(await paths(`?since=${first.id}`)).toEqual(['/orgs/nobody']);
    expect(await paths('?route=GET /rate_limit')).toEqual(['/rate_limit']);
    expect(await paths('?status=2xx')).toEqual(['/rate_limit']);
    expect(await paths('?status=200')).toEqual(['/rate_limit']);
  });

  it('forgets them', async () => {
    await sandbox.control('DELETE /requests');
    expect(await paths('')).toEqual([]);
  });

  it('says all that is wrong with a filter', async () => {
    const { status, body } = await sandbox.control(
      'GET /requests?since=x&status=9&path=/',
    );
    expect(status).toBe(422);
    expect(body.problems.map(({ key }: { key: string }) => key)).toEqual([
      'path',
      'since',
      'status',
    ]);
  });
});

describe('faults', () => {
  it('sets them, and no others than those that are said', async () => {
    await sandbox.control('PUT /faults', { body: { latencyMs: 5 } });
    const { body } = await sandbox.control('PUT /faults', {
      body: { badGatewayEvery: 1, webhooks: { loseEvery: 2 } },
    });
    expect(body).toMatchObject({
      latencyMs: 0,
      badGatewayEvery: 1,
      webhooks: { loseEvery: 2, doubleEvery: 0, delayMs: 0 },
    });
    expect((await sandbox.call('GET /zen')).status).toBe(502);

    await sandbox.control('DELETE /faults');
    expect((await sandbox.call('GET /zen')).status).toBe(200);
    const read = await sandbox.control('GET /faults');
    expect(read.body.badGatewayEvery).toBe(0);
  });

  it('refuses unknown keys and wrong types, all at once', async () => {
    const { status, body } = await sandbox.control('PUT /faults', {
      body: {
        latency: 5,
        timeoutEvery: '3',
        rateLimitedUntil: 'tomorrow',
        webhooks: { loseEvery: -1, drop: 1 },
        paths: '/repos',
      },
    });
    expect(status).toBe(422);
    expect(body.problems).toEqual([
      {
        key: 'latency',
        message: expect.stringContaining('known are latencyMs, '),
      },
      { key: 'timeoutEvery', message: 'has to be a whole number from 0' },
      {
        key: 'rateLimitedUntil',
        message: expect.stringContaining('or null'),
      },
      { key: 'webhooks.loseEvery', message: expect.any(String) },
      { key: 'webhooks.drop', message: expect.any(String) },
      { key: 'paths', message: 'has to be a list of texts' },
    ]);
    expect(sandbox.sandbox.faults.settings.timeoutEvery).toBe(0);
  });

  it.each([
    ['no JSON', '{'],
    ['no object', []],
    ['nothing', undefined],
    ['names of every object', '{"constructor": 1}'],
  ])('refuses %s', async (_, body) => {
    const answer = await sandbox.control('PUT /faults', { body });
    expect(answer.status).toBe(422);
    expect(answer.body.message).toBeTruthy();
  });
});

describe('clock', () => {
  beforeEach(() => sandbox.control('POST /clock', { body: { freeze: true } }));

  it.each<[unknown, number]>([
    ['PT1H30M', 5_400_000],
    ['P1DT1S', 86_401_000],
    ['90s', 90_000],
    [1500, 1500],
  ])('advances by %j', async (advance, ms) => {
    const before = await sandbox.control('GET /clock');
    const after = await sandbox.control('POST /clock', { body: { advance } });
    expect(before.body.frozen).toBe(true);
    expect(Date.parse(after.body.now) - Date.parse(before.body.now)).toBe(ms);
  });

  it('is set, and runs on', async () => {
    const set = await sandbox.control('POST /clock', {
      body: { set: '2030-01-01T00:00:00Z' },
    });
    expect(set.body.now).toBe('2030-01-01T00:00:00.000Z');
    const resumed = await sandbox.control('POST /clock', {
      body: { resume: true },
    });
    expect(resumed.body.frozen).toBe(false);
  });

  it.each([
    { advance: '1 fortnight' },
    { advance: -1 },
    { advance: 'P' },
    { set: '2030' },
    { freeze: false },
    { freeze: true, resume: true },
    {},
  ])('refuses %j', async body => {
    const answer = await sandbox.control('POST /clock', { body });
    expect(answer.status).toBe(422);
  });
});

it('raises alerts and closes them, and tells hooks', async () => {
  const receiver = await startReceiver();
  await sandbox.call('POST /repos/acme/shop/hooks', {
    as: 'olivia',
    body: {
      events: ['dependabot_alert'],
      config: { url: receiver.url, content_type: 'json' },
    },
  });
  const raised = await sandbox.control('POST /alerts', {
    body: {
      repository: 'acme/shop',
      package: 'lodash',
      ecosystem: 'npm',
      manifest: 'package-lock.json',
      severity: 'high',
      ghsa: 'GHSA-35jh-r3h4-6jhm',
      summary: 'Command injection in lodash',
      vulnerable: '< 4.17.21',
    },
  });
  expect(raised).toMatchObject({ status: 201, body: { number: 1 } });
  const target = { repository: 'acme/shop', number: 1 };
  const fixed = await sandbox.control('POST /alerts/fix', { body: target });
  const again = await sandbox.control('POST /alerts/fix', { body: target });
  expect([fixed.status, again.status]).toEqual([200, 409]);

  await sandbox.control('POST /settle');
  expect(receiver.received.map(({ payload }) => payload.action)).toEqual([
    undefined,
    'created',
    'fixed',
  ]);
  await receiver.stop();
});

it('raises alerts of code and secret scanning', async () => {
  const target = { repository: 'acme/shop', number: 1 };
  const code = {
    ...{ repository: 'acme/shop', rule: 'js/zipslip', severity: 'error' },
    ...{ summary: 'Arbitrary file write', path: 'src/index.ts', line: 1 },
  };
  const at = '/alerts/code';
  const raised = await sandbox.control(`POST ${at}`, { body: code });
  expect(raised).toMatchObject({ status: 201, body: { number: 1 } });
  const wrong = { ...code, severity: 'bad' };
  expect((await sandbox.control(`POST ${at}`, { body: wrong })).status).toBe(
    422,
  );
  const fixed = await sandbox.control(`POST ${at}/fix`, { body: target });
  expect(fixed.body).toEqual({ number: 1, state: 'fixed' });
  const again = await sandbox.control(`POST ${at}/fix`, { body: target });
  expect(again.status).toBe(409);

  const secret = await sandbox.control('POST /alerts/secret', {
    body: { repository: 'acme/shop', type: 'npm_access_token', name: 'npm' },
  });
  expect(secret.body).toEqual({ number: 1, state: 'open' });
});

it('lets an organisation demand a sign-on', async () => {
  const route = 'PUT /organisations/acme';
  const { body } = await sandbox.control(route, {
    body: { samlEnforced: true },
  });
  expect(body).toEqual({ login: 'acme', samlEnforced: true });
  expect(sandbox.organisation.samlEnforced).toBe(true);
  const wrong = await sandbox.control(route, { body: { samlEnforced: 1 } });
  expect(wrong.status).toBe(422);
  const nobody = await sandbox.control('PUT /organisations/mel', {
    body: { samlEnforced: true },
  });
  expect(nobody.status).toBe(404);
});

it('counts what there is', async () => {
  const { body } = await sandbox.control('GET /state');
  expect(body.records).toMatchObject({ repositories: 3, organisations: 1 });
});
