import { createHmac } from 'node:crypto';
import type { RequestDetails } from '@backstage/plugin-events-node';
import { pushBody, sendWebhook } from '../__testUtils__/pushBody';
import { SECRET, startReceiving } from '../__testUtils__/startReceiving';
import { createWebhookValidator } from './createWebhookValidator';
import type { WebhookSecret } from './webhookSecrets';

jest.setTimeout(60_000);

const OTHERS_SECRET = 'the-secret-of-another-github';
const HOOKS_SECRET = 'the-secret-of-hooks';

let scene: Awaited<ReturnType<typeof startReceiving>>;
beforeAll(async () => {
  scene = await startReceiving({
    config: entry => ({
      integrations: {
        github: [
          entry,
          {
            host: 'other.example',
            apiBaseUrl: 'https://other.example/api/v3',
            apps: [
              {
                appId: 77,
                privateKey: entry.apps[0].privateKey,
                clientId: 'Iv1.other',
                clientSecret: 'none',
                webhookSecret: OTHERS_SECRET,
              },
            ],
          },
        ],
      },
      events: {
        useEventBus: 'never',
        modules: { github: { webhookSecret: HOOKS_SECRET } },
      },
    }),
  });
});
afterAll(() => scene?.stop());

let count = 0;
beforeEach(() => {
  scene.hints.length = 0;
  scene.failures.length = 0;
});

/** No two are alike. */
const body = (more: Partial<Parameters<typeof pushBody>[0]> = {}) =>
  JSON.stringify(
    pushBody({
      webUrl: scene.sandbox.url,
      pushedAt: scene.sandbox.sandbox.clock.now(),
      after: String((count += 1)).padStart(40, '0'),
      ...more,
    }),
  );
const send = (
  options: Partial<Parameters<typeof sendWebhook>[0]> & { body: string },
) => sendWebhook({ address: scene.address, secret: SECRET, ...options });
const sign = (algorithm: string, text: string) =>
  createHmac(algorithm, SECRET).update(text).digest('hex');

it.each([
  ['the secret of the App', SECRET],
  ['the secret for hooks', HOOKS_SECRET],
])('takes what is signed with %s', async (_, secret) => {
  expect((await send({ body: body(), secret })).status).toBe(202);
  expect(scene.hints).toMatchObject([{ owner: 'acme', name: 'shop' }]);
});

describe('signatures', () => {
  it.each<
    [string, number, (text: string) => Record<string, string | undefined>]
  >([
    ['missing', 401, () => ({ 'x-hub-signature-256': undefined })],
    [
      'of SHA-1 alone',
      401,
      text => ({
        'x-hub-signature-256': undefined,
        'x-hub-signature': `sha1=${sign('sha1', text)}`,
      }),
    ],
    [
      'of SHA-1 in the place of SHA-256',
      401,
      text => ({ 'x-hub-signature-256': `sha1=${sign('sha1', text)}` }),
    ],
    [
      'cut short',
      401,
      text => ({
        'x-hub-signature-256': `sha256=${sign('sha256', text).slice(0, 32)}`,
      }),
    ],
    ['empty', 401, () => ({ 'x-hub-signature-256': 'sha256=' })],
    [
      'of another body',
      403,
      text => ({
        'x-hub-signature-256': `sha256=${sign('sha256', `${text} `)}`,
      }),
    ],
  ])('a signature that is %s is refused', async (_, status, headersFor) => {
    const text = body();
    const answer = await send({ body: text, headers: headersFor(text) });
    expect(answer.status).toBe(status);
    expect(scene.hints).toEqual([]);
    expect(JSON.stringify(answer)).not.toContain(SECRET);
  });

  it('is audited, without what was sent', () => {
    expect(new Set(scene.refusals)).toEqual(
      new Set([
        'A webhook was refused: a SHA-256 signature is missing',
        'A webhook was refused: the signature is wrong',
      ]),
    );
  });

  it('a GitHub cannot speak for another', async () => {
    const answer = await send({ body: body(), secret: OTHERS_SECRET });
    expect(answer.status).toBe(403);
    expect(scene.hints).toEqual([]);
  });
});

describe('replays', () => {
  it('the same delivery does nothing', async () => {
    const text = body();
    const deliveryId = 'delivery-1';
    expect((await send({ body: text, deliveryId })).text).toContain('accepted');
    const again = await send({ body: text, deliveryId });
    expect(again).toMatchObject({ status: 202 });
    expect(again.text).toContain('ignored');
    expect(scene.hints).toHaveLength(1);
  });

  it('nor does the same body ten minutes later, under another id', async () => {
    const text = body();
    await send({ body: text, deliveryId: 'delivery-2' });
    scene.sandbox.sandbox.clock.advance({ ms: 600_000 });
    for (const deliveryId of ['delivery-3', 'delivery-2']) {
      expect((await send({ body: text, deliveryId })).text).toContain(
        'ignored',
      );
    }
    expect(scene.hints).toHaveLength(1);
  });

  it('nor a push that is older than what is remembered', async () => {
    const pushedAt = new Date(
      scene.sandbox.sandbox.clock.now().getTime() - 8 * 86_400_000,
    );
    const text = body({ pushedAt });
    expect((await send({ body: text })).text).toContain('ignored');
    expect(scene.hints).toEqual([]);
  });

  it('but one that could not be kept may come again', async () => {
    const text = body();
    const deliveryId = 'delivery-4';
    scene.failures.push(new Error('the database is away'));
    await send({ body: text, deliveryId });
    expect(scene.hints).toEqual([]);
    await send({ body: text, deliveryId });
    expect(scene.hints).toHaveLength(1);
  });

  it('also of events that are others’', async () => {
    const text = body();
    const options = { body: text, event: 'star', deliveryId: 'delivery-5' };
    expect((await send(options)).text).toContain('accepted');
    expect((await send(options)).text).toContain('ignored');
  });
});

describe('bodies', () => {
  it.each([
    ['no event', { 'x-github-event': undefined }],
    ['no delivery id', { 'x-github-delivery': undefined }],
    ['a delivery id that is none', { 'x-github-delivery': "1' OR '1'='1" }],
  ])('with %s is refused', async (_, headers) => {
    expect((await send({ body: body(), headers })).status).toBe(400);
    expect(scene.hints).toEqual([]);
  });

  it('that is nested deeply is refused, signed or not', async () => {
    const deep = `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`;
    expect((await send({ body: deep })).status).toBe(400);
    expect((await send({ body: deep, secret: 'no' })).status).toBe(403);
    const inside = body({
      more: { x: JSON.parse('['.repeat(99) + ']'.repeat(99)) },
    });
    expect((await send({ body: inside })).status).toBe(400);
    expect(scene.hints).toEqual([]);
  });

  it('of a million lines that is not signed is refused', async () => {
    const text = JSON.stringify(
      Array.from({ length: 1_000_000 }, () => 1),
      null,
      0,
    );
    expect((await send({ body: text, secret: 'no' })).status).toBe(403);
  });

  it('that is larger than what is taken is refused, and the queue moves on', async () => {
    const huge = Buffer.alloc(6 * 1024 * 1024, ' ');
    const { status } = await sendWebhook({
      address: scene.address,
      body: huge,
      headers: { 'x-hub-signature-256': undefined },
    });
    expect(status).toBe(413);
    expect((await send({ body: body() })).status).toBe(202);
    expect(scene.hints).toHaveLength(1);
  });

  it('without its parts is told in the log, and does not come again', async () => {
    const text = JSON.stringify({
      ref: 1,
      sender: { html_url: `${scene.sandbox.url}/mel` },
    });
    expect((await send({ body: text })).status).toBe(202);
    expect(scene.hints).toEqual([]);
    expect(scene.logger.warn).toHaveBeenCalledWith(
      expect.stringMatching(/push.*ref: .*repository: /),
    );
    expect((await send({ body: text })).text).toContain('ignored');
  });
});

it('takes nothing where no secret is configured, and everything once there is one', async () => {
  const reject = jest.fn();
  const secrets: WebhookSecret[] = [];
  const validator = createWebhookValidator({
    secrets: () => secrets,
    hostOf: () => 'github.com',
    link: { serve: () => undefined, ledger: () => undefined },
    report: async () => undefined,
    now: () => new Date(),
  });
  const text = '{}';
  const request: RequestDetails = {
    body: {},
    headers: {
      'x-github-event': 'push',
      'x-github-delivery': 'one',
      'x-hub-signature-256': `sha256=${sign('sha256', text)}`,
    },
    raw: { body: Buffer.from(text), encoding: 'utf8' },
  };
  await validator(request, { reject });
  secrets.push({ secret: SECRET });
  await validator(request, { reject });
  // The plugin has not started yet: GitHub notes the failure, and what it said is made up for.
  expect(reject.mock.calls).toEqual([
    [expect.objectContaining({ status: 404 })],
    [expect.objectContaining({ status: 503 })],
  ]);
});
