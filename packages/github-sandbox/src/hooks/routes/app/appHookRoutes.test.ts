import { createAppAuth } from '@octokit/auth-app';
import { readOpenApi } from '../../../testing/published/readOpenApi';
import { startTestSandbox } from '../../../testing/startTestSandbox';
import type { Call, Route } from '../../../http/Route';
import { startReceiver } from '../../__testUtils__/startReceiver';
import { appHookRoutes } from './appHookRoutes';

jest.setTimeout(120_000);

let sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
let receiver: Awaited<ReturnType<typeof startReceiver>>;
let token: string;
beforeEach(async () => {
  sandbox = await startTestSandbox();
  receiver = await startReceiver();
  Object.assign(sandbox.app, {
    webhookUrl: receiver.url,
    webhookSecret: 'hush',
    webhookActive: true,
  });
  sandbox.installation.events = ['star'];
  const auth = createAppAuth({
    appId: sandbox.app.id,
    privateKey: sandbox.privateKey,
  });
  ({ token } = await auth({ type: 'app' }));
});
afterEach(async () => {
  await sandbox.stop();
  await receiver.stop();
  if (sandbox.errors.length > 0) throw sandbox.errors[0];
});

function star() {
  sandbox.sandbox.events.emit({
    name: 'star',
    action: 'created',
    repository: sandbox.shop,
    sender: sandbox.mel,
  });
  return sandbox.sandbox.settled();
}

async function call(route: string, body?: unknown) {
  const [method, path] = route.split(' ');
  const answer = await sandbox.call(`${method} ${path}`, { token, body });
  const openApi = await readOpenApi();
  const template = path.replace(/\/\d+/, '/{delivery_id}');
  expect(
    openApi.checkAnswer({ route: `${method} ${template}`, ...answer }),
  ).toEqual([]);
  return answer;
}

it('shows the config', async () => {
  const { body } = await call('GET /app/hook/config');
  expect(body).toEqual({
    url: receiver.url,
    content_type: 'json',
    insecure_ssl: '0',
    secret: '********',
  });
});

it('changes the config, and what a reader got does not become the secret', async () => {
  const { handle } = appHookRoutes.find(
    ({ route }) => route === 'PATCH /app/hook/config',
  ) as Route & { on: 'anything' };
  const answer = await handle({
    sandbox: sandbox.sandbox,
    viewer: { kind: 'app', app: sandbox.app },
    body: { secret: '********', content_type: 'form', insecure_ssl: '1' },
  } as unknown as Call);
  expect(answer.body).toEqual({
    url: receiver.url,
    content_type: 'form',
    insecure_ssl: '1',
    secret: '********',
  });
  expect(sandbox.app.webhookSecret).toBe('hush');
  await star();
  expect(receiver.received[0].headers['content-type']).toBe(
    'application/x-www-form-urlencoded',
  );
});

it('lists deliveries and sends one again', async () => {
  await star();
  const { body } = await call('GET /app/hook/deliveries');
  expect(body).toEqual([
    expect.objectContaining({
      event: 'star',
      action: 'created',
      installation_id: sandbox.installation.id,
      repository_id: sandbox.shop.id,
    }),
  ]);
  const [{ id, guid }] = body;
  const one = await call(`GET /app/hook/deliveries/${id}`);
  expect(one.body.request.payload.installation.id).toBe(
    sandbox.installation.id,
  );
  await call(`POST /app/hook/deliveries/${id}/attempts`);
  await sandbox.sandbox.settled();
  expect(
    receiver.received.map(({ headers }) => headers['x-github-delivery']),
  ).toEqual([guid, guid]);
});

it('is for the App alone', async () => {
  await star();
  const asPerson = await sandbox.call('GET /app/hook/deliveries', {
    as: 'olivia',
  });
  expect(asPerson.status).toBe(401);
  const [delivery] = sandbox.sandbox.state.deliveries.all();
  delivery.hook.id += 1;
  const other = await sandbox.call(`GET /app/hook/deliveries/${delivery.id}`, {
    token,
  });
  expect(other.status).toBe(404);
});
