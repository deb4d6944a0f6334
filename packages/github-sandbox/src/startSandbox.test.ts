import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { newHook } from './hooks/__testUtils__/newHook';
import { startSandbox } from './startSandbox';
import { startTestSandbox } from './testing/startTestSandbox';

it('leaves nothing that listens where the state cannot be filled', async () => {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'failed-'));
  let url = '';
  const starting = startSandbox({
    port: 0,
    directory,
    prepare(sandbox) {
      url = sandbox.baseUrl;
      throw new Error('broken seed');
    },
  });
  await expect(starting).rejects.toThrow('broken seed');
  const socket = net.connect(Number(new URL(url).port), '127.0.0.1');
  const [error] = await new Promise<any[]>(resolve => {
    socket.once('error', (...all) => resolve(all));
    socket.once('connect', () => resolve(['listens']));
  });
  expect(error).toMatchObject({ code: 'ECONNREFUSED' });
  fs.rmSync(directory, { recursive: true });
});

it('waits for a receiver that never answers no longer than told', async () => {
  let received = () => {};
  const arrived = new Promise<void>(resolve => {
    received = resolve;
  });
  const receiver = http.createServer(() => received());
  await new Promise<void>(resolve =>
    receiver.listen(0, '127.0.0.1', () => resolve()),
  );
  const { port } = receiver.address() as net.AddressInfo;
  const test = await startTestSandbox({ patienceMs: 0 });
  newHook({
    sandbox: test.sandbox,
    repository: test.shop,
    url: `http://localhost:${port}/`,
  });
  await test.call('PUT /user/starred/acme/shop', { as: 'olivia' });
  await arrived;
  await test.stop();
  const [delivery] = test.sandbox.state.deliveries.all();
  expect(delivery.statusCode).not.toBe(200);
  receiver.closeAllConnections();
  receiver.close();
});
