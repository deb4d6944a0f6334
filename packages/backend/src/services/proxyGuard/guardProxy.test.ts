import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import proxyBackend from '@backstage/plugin-proxy-backend';
import express from 'express';
import { guardProxy } from './guardProxy';

jest.setTimeout(60_000);

const OPEN = { credentials: 'dangerously-allow-unauthenticated' };

/** Asks without credentials, with the path as it is. */
function ask(port: number, path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    http
      .get({ host: '127.0.0.1', port, path }, response => {
        response.resume();
        response.on('end', () => resolve(response.statusCode!));
      })
      .on('error', reject);
  });
}

describe('an open endpoint of the proxy above one with credentials', () => {
  const reached: string[] = [];
  let target: http.Server;
  const stops: (() => Promise<unknown>)[] = [];
  const ports: Record<string, number> = {};

  beforeAll(async () => {
    target = http.createServer((request, response) => {
      reached.push(request.url!);
      response.end('reached');
    });
    await new Promise<void>(resolve => target.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(target.address() as AddressInfo).port}`;
    const secret = { target: `${url}/secret` };
    const open = { target: url, ...OPEN };
    const endpoints: Record<string, Record<string, object>> = {
      'longest first': { '/open/secret': secret, '/open': open },
      'open first': { '/open': open, '/open/secret': secret },
    };
    for (const [name, given] of Object.entries(endpoints)) {
      const config = mockServices.rootConfig({
        data: { proxy: { endpoints: given as any } },
      });
      const backend = await startTestBackend({
        features: [
          createServiceFactory({
            service: coreServices.rootConfig,
            deps: {},
            factory: () => config,
          }),
          httpAuthServiceFactory,
          proxyBackend,
        ],
      });
      // The server of a test backend takes nothing before its routes.
      const front = express();
      front.use(guardProxy({ config }));
      front.use((request, response) => {
        http.get(
          {
            host: '127.0.0.1',
            port: backend.server.port(),
            path: request.originalUrl,
          },
          answer => {
            response.status(answer.statusCode!);
            answer.pipe(response);
          },
        );
      });
      const server = http.createServer(front);
      await new Promise<void>(resolve =>
        server.listen(0, '127.0.0.1', resolve),
      );
      stops.push(async () => {
        server.closeAllConnections();
        server.close();
        await backend.stop();
      });
      ports[name] = (server.address() as AddressInfo).port;
    }
  });
  beforeEach(() => {
    reached.length = 0;
  });
  afterAll(async () => {
    await Promise.all(stops.map(stop => stop()));
    target?.close();
  });

  const TRICKS = [
    '/open/secret',
    '/open/secret/x',
    '/OPEN/Secret/x',
    '/open//secret/x',
    '/open///secret/x',
    '//open/secret/x',
    '/open/./secret/x',
    '/open/a/../secret/x',
    '/open/a/%2e%2e/secret/x',
    '/open/a/%252e%252e/secret/x',
    '/open/%2e/secret/x',
    '/open/%2fsecret/x',
    '/open%2fsecret/x',
    '/open%252fsecret/x',
    '/open/%5csecret/x',
    '/open\\secret/x',
    '/open/%73ecret/x',
    '/open/%2573ecret/x',
    '/open/secret;a=b/x',
    '/open/;/secret/x',
    '/open;a/secret/x',
    '/open/..;/open/secret/x',
    '/open/secret%00/../secret/x',
  ];

  it.each(['longest first', 'open first'])(
    'is no way to it without credentials, %s',
    async name => {
      const statuses: [string, number][] = [];
      for (const trick of TRICKS) {
        statuses.push([trick, await ask(ports[name], `/api/proxy${trick}`)]);
      }
      expect(reached).toEqual([]);
      expect(
        statuses.filter(([, status]) => ![400, 401, 404].includes(status)),
      ).toEqual([]);
    },
  );

  it('stays open for everything else', async () => {
    const port = ports['longest first'];
    expect(await ask(port, '/api/proxy/open/a%2Fb/c')).toBe(200);
    expect(await ask(port, '/api/proxy/open/secrets')).toBe(200);
    expect(await ask(port, '/api/proxy/open//a;b')).toBe(200);
    expect(reached).toEqual(['/a%2Fb/c', '/secrets', '/a;b']);
  });
});
