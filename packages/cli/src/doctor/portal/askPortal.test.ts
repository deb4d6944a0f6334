import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { askPortal } from './askPortal';

const KEY = 'cd'.repeat(32);
const OVERVIEW = { status: 'pass', checks: [], hosts: [], systems: [] };

let server: http.Server;
let answer: http.RequestListener;
let url: string;

beforeAll(async () => {
  server = http.createServer((request, response) => answer(request, response));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const ask = (timeoutMs = 5_000) => askPortal({ url, key: KEY, timeoutMs });

it('asks for fresh facts with the key', async () => {
  const seen: unknown[] = [];
  answer = ({ url: path, headers }, response) => {
    seen.push([path, headers.authorization]);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(OVERVIEW));
  };
  expect(await ask()).toEqual({ outcome: 'answered', overview: OVERVIEW });
  expect(seen).toEqual([['/api/connections?fresh=true', `Bearer ${KEY}`]]);
});

it.each([
  [401, 'does not take the key', '--data'],
  [403, 'does not take the key', '--data'],
  [404, 'no connections to ask about', 'version'],
  [503, 'still starting', 'once the portal is ready'],
  [500, 'status 500', 'log'],
])('tells in words what status %i means', async (status, reason, remedy) => {
  answer = (_request, response) => {
    response.statusCode = status;
    response.end(`an error with ${KEY}`);
  };
  const said = await ask();
  expect(said).toEqual({
    outcome: 'refused',
    reason: expect.stringContaining(reason),
    remedy: expect.stringContaining(remedy),
  });
  expect(JSON.stringify(said)).not.toContain(KEY);
});

it.each(['<html>', '{}', 'null'])('does not take %s for facts', async body => {
  answer = (_request, response) => response.end(body);
  expect(await ask()).toMatchObject({ outcome: 'refused' });
});

it('does not carry the key elsewhere', async () => {
  answer = ({ url: path }, response) => {
    response.writeHead(path?.startsWith('/api') ? 302 : 200, {
      location: '/elsewhere',
    });
    response.end(JSON.stringify(OVERVIEW));
  };
  expect(await ask()).toMatchObject({ outcome: 'refused' });
});

it('gives up in time', async () => {
  answer = () => {};
  expect(await ask(50)).toMatchObject({
    outcome: 'refused',
    reason: 'it did not answer within 0.05 s',
  });
});
