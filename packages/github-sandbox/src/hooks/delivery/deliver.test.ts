import { startTestSandbox } from '../../testing/startTestSandbox';
import { startReceiver } from '../__testUtils__/startReceiver';
import { newHook } from '../__testUtils__/newHook';
import { hookRecipient } from '../recipients/Recipient';
import { deliver } from './deliver';

let sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.stop());

/** Delivers to an address and returns what was written down. */
async function delivered(options: { url: string; timeoutMs?: number }) {
  const { url, timeoutMs } = options;
  const hook = newHook({
    sandbox: sandbox.sandbox,
    repository: sandbox.shop,
    url,
  });
  await deliver({
    sandbox: sandbox.sandbox,
    recipient: hookRecipient({ hook }),
    event: 'star',
    payload: { action: 'created' },
    guid: 'one',
    repositoryId: sandbox.shop.id,
    timeoutMs,
  });
  const [delivery] = sandbox.sandbox.state.deliveries.by(
    'hook',
    `repository:${hook.id}`,
  );
  return delivery;
}

it.each([
  [200, 'OK'],
  [204, 'OK'],
  [302, 'Invalid HTTP Response: 302'],
  [404, 'Invalid HTTP Response: 404'],
  [503, 'Invalid HTTP Response: 503'],
])('writes %i down as %s', async (statusCode, status) => {
  const receiver = await startReceiver({
    answer(response) {
      response.writeHead(statusCode, { location: '/elsewhere', 'x-is': 'it' });
      response.end(statusCode === 204 ? undefined : 'body');
    },
  });
  const delivery = await delivered(receiver);
  expect(delivery).toMatchObject({
    status,
    statusCode,
    action: 'created',
    response: { headers: { 'x-is': 'it' } },
  });
  // A redirect is not followed.
  expect(receiver.received).toHaveLength(1);
  await receiver.stop();
});

it('waits for an answer only so long', async () => {
  const receiver = await startReceiver({ answer: () => undefined });
  const delivery = await delivered({ url: receiver.url, timeoutMs: 20 });
  expect(delivery).toMatchObject({ status: 'timed out', statusCode: 504 });
  await receiver.stop();
});

it('knows when nobody is there, or goes away in the middle', async () => {
  const receiver = await startReceiver({
    answer: response => response.destroy(),
  });
  const refused = {
    status: 'failed to connect to host',
    statusCode: 502,
    response: { headers: {}, payload: '' },
  };
  expect(await delivered(receiver)).toMatchObject(refused);
  await receiver.stop();
  expect(await delivered(receiver)).toMatchObject(refused);
});

it.each(['HTTP', 'http'])('knows an address by its scheme %s', async scheme => {
  const receiver = await startReceiver({
    answer: response => response.end(),
  });
  const delivery = await delivered({
    url: receiver.url.replace(/^http/, scheme),
  });
  expect(delivery).toMatchObject({ status: 'OK' });
  await receiver.stop();
});

it.each(['HTTPS://localhost:1/', 'ftp://localhost/', 'nowhere'])(
  'writes down what cannot be sent to %s',
  async url => {
    expect(await delivered({ url })).toMatchObject({ statusCode: 502 });
  },
);

it('keeps no more than the beginning of an answer', async () => {
  const receiver = await startReceiver({
    answer: response => response.end('x'.repeat(1_000_000)),
  });
  const delivery = await delivered(receiver);
  expect(delivery.response.payload).toHaveLength(64 * 1024);
  await receiver.stop();
});

it('keeps the last 300 of a hook', async () => {
  const receiver = await startReceiver();
  const hook = newHook({
    sandbox: sandbox.sandbox,
    repository: sandbox.shop,
    url: receiver.url,
  });
  for (let number = 1; number <= 302; number += 1) {
    await deliver({
      sandbox: sandbox.sandbox,
      recipient: hookRecipient({ hook }),
      event: 'star',
      payload: {},
      guid: String(number),
      repositoryId: null,
    });
  }
  const kept = sandbox.sandbox.state.deliveries
    .by('hook', `repository:${hook.id}`)
    .map(({ guid }) => Number(guid));
  expect(kept).toHaveLength(300);
  expect([kept[0], kept.at(-1)]).toEqual([3, 302]);
  await receiver.stop();
});
