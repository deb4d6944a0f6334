import http, { type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { ServiceFactoryTester } from '@backstage/backend-test-utils';
import {
  createSessions,
  readUserToken,
  sessionsServiceRef,
} from '@callboard/plugin-access-node';
import express from 'express';
import { closeEndedStreams } from './closeEndedStreams';

const part = (value: object) =>
  Buffer.from(JSON.stringify(value)).toString('base64url');
const token = (name: string) =>
  [
    part({ alg: 'ES256' }),
    part({ sub: `user:default/${name}`, iat: 1_000, exp: 4_600 }),
    Buffer.alloc(64, 1).toString('base64url'),
  ].join('.');

let server: Server;
let port: number;
const sessions = createSessions();

const end = (name: string) =>
  sessions.revocations.load({
    list: {
      people: new Map(),
      tokens: new Set([readUserToken(token(name))!.id]),
    },
    readAt: sessions.revocations.monotonicMs(),
  });

beforeEach(async () => {
  const { middleware, service } = closeEndedStreams({ graceMs: 20 });
  await ServiceFactoryTester.from(service, {
    dependencies: [
      createServiceFactory({
        service: sessionsServiceRef,
        deps: {},
        factory: () => sessions,
      }),
    ],
  }).getSubject();
  const app = express();
  app.use(middleware);
  app.get('/end', (_request, response) => {
    end('olivia');
    response.json('ended');
  });
  app.get('/events', (request, response) => {
    if (request.headers.upgrade && server.listenerCount('upgrade') === 0) {
      // As the signals plugin does.
      server.on('upgrade', (_request, socket) => {
        socket.write(
          'HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n',
        );
      });
    }
    response.writeHead(200);
    response.write('first');
  });
  await new Promise<void>(resolve => {
    server = app.listen(0, '127.0.0.1', () => resolve());
  });
  port = (server.address() as AddressInfo).port;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** Opens a stream, and resolves when its first piece has come. `closed` resolves when it is closed. */
async function stream(headers: http.OutgoingHttpHeaders) {
  const request = http.get({ port, path: '/events', headers, agent: false });
  request.on('error', () => {});
  const closed = new Promise<void>(resolve => {
    request.once('response', answer => {
      answer.on('error', () => {});
      answer.once('close', resolve);
    });
    request.once('upgrade', (_answer, socket) => socket.once('close', resolve));
  });
  await new Promise(resolve => {
    request.once('response', answer => answer.once('data', resolve));
    request.once('upgrade', resolve);
  });
  return {
    closed,
    isOpen: () => !request.destroyed,
    stop: () => request.destroy(),
  };
}
it.each([
  ['a header', { authorization: `Bearer ${token('olivia')}` }],
  ['a cookie', { cookie: `a=b; backstage-auth=${token('olivia')}` }],
])(
  'closes streams that were opened with %s, and no other',
  async (_, headers) => {
    const mine = await stream(headers);
    const other = await stream({ authorization: `Bearer ${token('oscar')}` });
    const nobody = await stream({});
    end('olivia');
    await mine.closed;
    expect(other.isOpen()).toBe(true);
    expect(nobody.isOpen()).toBe(true);
  },
);

it('lets the answer through that says so', async () => {
  const answer = await fetch(`http://127.0.0.1:${port}/end`, {
    headers: { authorization: `Bearer ${token('olivia')}` },
  });
  expect(await answer.json()).toBe('ended');
});

it('closes a WebSocket', async () => {
  const headers = {
    connection: 'upgrade',
    upgrade: 'websocket',
    'sec-websocket-protocol': token('olivia'),
  };
  // The first one comes as any request, and tells the plugin of signals to listen.
  const first = await stream(headers);
  const second = await stream(headers);
  end('olivia');
  await expect(
    Promise.all([first.closed, second.closed]),
  ).resolves.toBeDefined();
});
