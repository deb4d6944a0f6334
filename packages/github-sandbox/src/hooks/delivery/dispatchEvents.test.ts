import { App } from 'octokit';
import { newInstallation } from '../../core/records/newInstallation';
import { startTestSandbox } from '../../testing/startTestSandbox';
import { startReceiver } from '../__testUtils__/startReceiver';
import { builders } from '../payloads/builders';

let sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
let receiver: Awaited<ReturnType<typeof startReceiver>>;
beforeEach(async () => {
  sandbox = await startTestSandbox();
  receiver = await startReceiver();
});
afterEach(async () => {
  await sandbox.stop();
  await receiver.stop();
  if (sandbox.errors.length > 0) throw sandbox.errors[0];
});

function hook(more: {
  on?: 'shop' | 'vault' | 'acme';
  events?: string[];
  secret?: string;
  contentType?: string;
}) {
  const { on = 'shop', events = ['star'], secret, contentType = 'json' } = more;
  return sandbox.call(
    `POST ${on === 'acme' ? '/orgs/acme' : `/repos/acme/${on}`}/hooks`,
    {
      as: 'olivia',
      body: {
        name: 'web',
        events,
        config: { url: receiver.url, content_type: contentType, secret },
      },
    },
  );
}

/** Octokit's own check of a signature. */
function verify(secret: string, body: string, signature: string) {
  const { webhooks } = new App({
    appId: 1,
    privateKey: sandbox.privateKey,
    webhooks: { secret },
  });
  return webhooks.verify(body, signature);
}

function star() {
  sandbox.sandbox.events.emit({
    name: 'star',
    action: 'created',
    repository: sandbox.shop,
    sender: sandbox.mel,
  });
  return sandbox.sandbox.settled();
}

it('sends a ping and then the events, signed', async () => {
  const { body } = await hook({ secret: 'hush' });
  await star();

  expect(receiver.events()).toEqual(['ping', 'star']);
  const [ping, starred] = receiver.received;
  expect(ping.payload).toMatchObject({
    hook_id: body.id,
    hook: { config: { url: receiver.url, secret: '********' } },
    repository: { full_name: 'acme/shop' },
    organization: { login: 'acme' },
  });
  expect(starred.headers).toMatchObject({
    'content-type': 'application/json',
    'x-github-hook-id': String(body.id),
    'x-github-hook-installation-target-type': 'repository',
    'x-github-hook-installation-target-id': String(sandbox.shop.id),
    'x-github-delivery': expect.stringMatching(/^[0-9a-f-]{36}$/),
    'user-agent': expect.stringMatching(/^GitHub-Hookshot\//),
  });
  const signature = starred.headers['x-hub-signature-256'];
  expect(await verify('hush', starred.body, signature)).toBe(true);
  expect(await verify('other', starred.body, signature)).toBe(false);
  expect(starred.headers['x-hub-signature']).toMatch(/^sha1=[0-9a-f]{40}$/);
  expect(starred.payload.sender.login).toBe('mel');
});

it('signs the body of a form, too', async () => {
  await hook({ secret: 'hush', contentType: 'form' });
  await sandbox.sandbox.settled();
  const [ping] = receiver.received;
  expect(ping.headers['content-type']).toBe(
    'application/x-www-form-urlencoded',
  );
  const signature = ping.headers['x-hub-signature-256'];
  expect(await verify('hush', ping.body, signature)).toBe(true);
  expect(ping.payload.zen).toBeTruthy();
});

it('tells organisation hooks of what happens in its repositories', async () => {
  await hook({ on: 'acme', events: ['*'] });
  await hook({ on: 'vault', events: ['*'] });
  await star();
  // The hook of the other repository has had its ping alone.
  expect(receiver.events().sort()).toEqual(['ping', 'ping', 'star', 'watch']);
  const watch = receiver.received.find(
    ({ headers }) => headers['x-github-event'] === 'watch',
  )!;
  expect(watch.payload.action).toBe('started');
  expect(watch.payload).not.toHaveProperty('starred_at');
  expect(watch.headers['x-github-hook-installation-target-type']).toBe(
    'organization',
  );
});

it('leaves out hooks that are off or want other events', async () => {
  const { body } = await hook({ events: ['star'] });
  await hook({ on: 'acme', events: ['push'] });
  await sandbox.call(`PATCH /repos/acme/shop/hooks/${body.id}`, {
    as: 'olivia',
    body: { active: false },
  });
  await star();
  expect(receiver.events()).toEqual(['ping', 'ping']);
});

describe('an App', () => {
  beforeEach(() => {
    Object.assign(sandbox.app, {
      webhookUrl: receiver.url,
      webhookSecret: 'app secret',
      webhookActive: true,
    });
    sandbox.installation.events = ['star'];
  });

  it('hears of events through its installation', async () => {
    await star();
    const [starred] = receiver.received;
    expect(starred.payload.installation).toEqual({
      id: sandbox.installation.id,
      node_id: expect.any(String),
    });
    expect(starred.headers).toMatchObject({
      'x-github-hook-installation-target-type': 'integration',
      'x-github-hook-installation-target-id': String(sandbox.app.id),
    });
    const signature = starred.headers['x-hub-signature-256'];
    expect(await verify('app secret', starred.body, signature)).toBe(true);
  });

  it.each([
    ['does not subscribe', { events: ['push'] }],
    ['lacks the permission', { permissions: { contents: 'read' } }],
    ['is not on the repository', { repositorySelection: 'selected' }],
    ['is suspended', { suspendedAt: '2026-01-01T00:00:00Z' }],
  ])('hears nothing where it %s', async (_, values) => {
    Object.assign(sandbox.installation, values);
    await star();
    expect(receiver.received).toEqual([]);
  });

  it('hears of its own installations without asking', async () => {
    const installation = newInstallation({
      sandbox: sandbox.sandbox,
      app: sandbox.app,
      account: sandbox.oscar,
    });
    sandbox.sandbox.events.emit({
      name: 'installation',
      action: 'created',
      installation,
      sender: sandbox.oscar,
    });
    await sandbox.sandbox.settled();
    expect(receiver.events()).toEqual(['installation']);
    expect(receiver.received[0].payload).toMatchObject({
      action: 'created',
      installation: { id: installation.id, account: { login: 'oscar' } },
    });
  });
});

describe('with faults', () => {
  beforeEach(async () => {
    await hook({ events: ['star'] });
    await sandbox.sandbox.settled();
    receiver.received.length = 0;
  });
  const deliveries = () => sandbox.sandbox.state.deliveries.size;

  it('loses a delivery without a trace', async () => {
    sandbox.sandbox.faults.set({
      webhooks: { loseEvery: 2, doubleEvery: 0, delayMs: 0 },
    });
    const before = deliveries();
    for (let time = 0; time < 4; time += 1) await star();
    expect(receiver.received).toHaveLength(2);
    expect(deliveries() - before).toBe(2);
  });

  it('sends one twice, with one id', async () => {
    sandbox.sandbox.faults.set({
      webhooks: { loseEvery: 0, doubleEvery: 1, delayMs: 0 },
    });
    await star();
    const ids = receiver.received.map(
      ({ headers }) => headers['x-github-delivery'],
    );
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it('sends late by the clock of the sandbox', async () => {
    const { clock, faults } = sandbox.sandbox;
    clock.freeze();
    faults.set({ webhooks: { loseEvery: 0, doubleEvery: 0, delayMs: 60_000 } });
    await star();
    clock.advance({ ms: 59_000 });
    await sandbox.sandbox.settled();
    expect(receiver.received).toHaveLength(0);
    clock.advance({ ms: 1000 });
    await sandbox.sandbox.settled();
    expect(receiver.received).toHaveLength(1);
  });
});

it('tells a repository hook of the end of its repository, and forgets it', async () => {
  await hook({ events: ['repository'] });
  await sandbox.sandbox.settled();
  sandbox.sandbox.state.repositories.remove(sandbox.shop);
  sandbox.sandbox.events.emit({
    name: 'repository',
    action: 'deleted',
    repository: sandbox.shop,
    sender: sandbox.olivia,
  });
  await sandbox.sandbox.settled();
  expect(receiver.events()).toEqual(['ping', 'repository']);
  expect(sandbox.sandbox.state.hooks.size).toBe(0);
});

it('tells of a commit that is made over REST as of a push', async () => {
  await hook({ events: ['push'] });
  const { body } = await sandbox.call(
    'PUT /repos/acme/shop/contents/catalog-info.yaml',
    {
      as: 'olivia',
      body: {
        message: 'Describe it',
        content: Buffer.from('kind: Component\n').toString('base64'),
      },
    },
  );
  await sandbox.sandbox.settled();
  const push = receiver.received.at(-1)!;
  expect(push.headers['x-github-event']).toBe('push');
  expect(push.payload).toMatchObject({
    ref: 'refs/heads/main',
    after: body.commit.sha,
    commits: [
      {
        id: body.commit.sha,
        message: 'Describe it',
        added: ['catalog-info.yaml'],
        modified: [],
        removed: [],
        distinct: true,
      },
    ],
  });
});

it('reports events that cannot be told, and goes on with the next', async () => {
  await hook({ events: ['public', 'star'] });
  await sandbox.sandbox.settled();
  const failing = jest.spyOn(builders, 'public').mockImplementation(() => {
    throw new Error('This cannot be told');
  });
  for (let time = 0; time < 2; time += 1) {
    sandbox.sandbox.events.emit({
      name: 'public',
      repository: sandbox.shop,
      sender: sandbox.mel,
    });
  }
  await star();
  failing.mockRestore();
  expect(receiver.events()).toEqual(['ping', 'star']);
  expect(sandbox.errors.splice(0).map(String)).toEqual([
    'Error: This cannot be told',
    'Error: This cannot be told',
  ]);
});
