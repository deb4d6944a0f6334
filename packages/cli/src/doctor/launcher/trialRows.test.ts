import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { freePort } from '../../testing/freePort';
import { createRow } from '../__testUtils__/createRow';
import { trialRows } from './trialRows';

const ROWS = (port: number) => [
  createRow({
    id: 'facts:localhost',
    facts: { host: 'localhost', apiBaseUrl: `http://localhost:${port}/api/v3` },
  }),
  createRow({
    id: 'facts:ghe',
    facts: { host: 'ghe', apiBaseUrl: `https://ghe/api/v3` },
  }),
  createRow({ id: 'database', group: 'database', facts: { target: 'x' } }),
  createRow({ id: 'app', status: 'fail', host: 'localhost' }),
  createRow({ id: 'clock', status: 'pass', host: 'localhost' }),
  createRow({ id: 'ghe', status: 'fail', host: 'ghe' }),
  createRow({ id: 'disk', status: 'warn' }),
];

const idsOf = async (options: Parameters<typeof trialRows>[0]) =>
  (await trialRows(options)).map(({ id }) => id);

it('leaves out what a stopped sandbox could not answer, and nothing else', async () => {
  const sandboxPort = await freePort();
  expect(
    await idsOf({
      environment: { sandboxPort },
      isTrial: true,
      rows: ROWS(sandboxPort),
    }),
  ).toEqual([
    'trial-sandbox',
    'facts:localhost',
    'facts:ghe',
    'database',
    'clock',
    'ghe',
    'disk',
  ]);
});

it('leaves out nothing when the sandbox answers', async () => {
  const server = http.createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const ids = await idsOf({
    environment: { sandboxPort: port },
    isTrial: true,
    rows: ROWS(port),
  });
  server.close();
  expect(ids).toHaveLength(8);
  expect(ids).toContain('app');
});

it('has nothing to add where there is no sandbox', async () => {
  const rows = ROWS(1);
  expect(
    await trialRows({ environment: { sandboxPort: 1 }, isTrial: false, rows }),
  ).toBe(rows);
});
