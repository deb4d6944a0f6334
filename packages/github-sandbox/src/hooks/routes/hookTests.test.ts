import { startTestSandbox } from '../../testing/startTestSandbox';
import { startReceiver } from '../__testUtils__/startReceiver';

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

it('does not show the hooks of one repository under another', async () => {
  const { body } = await sandbox.call('POST /repos/acme/shop/hooks', {
    as: 'olivia',
    body: { config: { url: receiver.url } },
  });
  const other = await sandbox.call(`GET /repos/acme/vault/hooks/${body.id}`, {
    as: 'olivia',
  });
  expect(other.status).toBe(404);
});

it('tests a hook with the newest commit, if it wants pushes', async () => {
  const make = async (events: string[]) => {
    const { body } = await sandbox.call('POST /repos/acme/shop/hooks', {
      as: 'olivia',
      body: { events, config: { url: receiver.url, content_type: 'json' } },
    });
    return body.id as number;
  };
  const ids = [await make(['push']), await make(['star'])];
  for (const id of ids) {
    const { status } = await sandbox.call(
      `POST /repos/acme/shop/hooks/${id}/tests`,
      { as: 'olivia' },
    );
    expect(status).toBe(204);
  }
  await sandbox.sandbox.settled();
  expect(receiver.events().filter(event => event === 'push')).toHaveLength(1);
  const push = receiver.received.find(({ payload }) => payload.ref)!;
  expect(push.payload.ref).toBe('refs/heads/main');
  expect(push.headers['x-github-hook-id']).toBe(String(ids[0]));
});

it('says in last_response what became of the last delivery', async () => {
  const failing = await startReceiver({
    answer(response) {
      response.statusCode = 500;
      response.end();
    },
  });
  const hook = async (url: string) => {
    const { body } = await sandbox.call('POST /repos/acme/shop/hooks', {
      as: 'olivia',
      body: { config: { url, content_type: 'json' } },
    });
    await sandbox.sandbox.settled();
    const shown = await sandbox.call(`GET /repos/acme/shop/hooks/${body.id}`, {
      as: 'olivia',
    });
    return shown.body.last_response;
  };
  expect(await hook(receiver.url)).toEqual({
    code: 200,
    status: 'active',
    message: 'OK',
  });
  expect(await hook(failing.url)).toEqual({
    code: 500,
    status: 'misconfigured',
    message: 'Invalid HTTP Response: 500',
  });
  await failing.stop();
  expect(await hook(`${failing.url}/gone`)).toEqual({
    code: 502,
    status: 'connection_error',
    message: 'failed to connect to host',
  });
});
