import dns from 'node:dns';
import http from 'node:http';
import net from 'node:net';
import tls from 'node:tls';
import { UrlReaders } from '@backstage/backend-defaults/urlReader';
import { mockServices } from '@backstage/backend-test-utils';
import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { allowedLoopback } from './allowedLoopback';
import { installConnectGuard } from './connectGuard';
import { readingScope } from './readingScope';
import { scopedReader } from './scopedReader';

type Page = { body?: string; redirect?: string };

/** Where the look-up of a name of the tests leads, other than to the servers of this file. */
const NAMES: Record<string, string[]> = {
  'metadata.test': ['169.254.169.254'],
  'mixed.test': ['10.0.0.1', '169.254.169.254'],
  'loopback.test': ['127.0.0.1'],
  'mapped.test': ['::ffff:127.0.0.1'],
};

const pages = new Map<string, Page>();
const requests: string[] = [];
let connections = 0;
let port: number;
let otherPort: number;
let giteaPort: number;
const servers: http.Server[] = [];

async function serve(): Promise<number> {
  const server = http.createServer((request, response) => {
    const path = request.url!.replace(/\?.*$/, '');
    requests.push(`${request.headers.host}${path}`);
    const { body, redirect } = pages.get(path) ?? {};
    if (redirect) {
      response.writeHead(302, { location: redirect }).end();
    } else {
      response.writeHead(body ? 200 : 404).end(body);
    }
  });
  server.on('connection', () => (connections += 1));
  servers.push(server);
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  return (server.address() as net.AddressInfo).port;
}

const realLookup = dns.lookup;

beforeAll(async () => {
  installConnectGuard();
  port = await serve();
  otherPort = await serve();
  giteaPort = await serve();
  jest.spyOn(dns, 'lookup').mockImplementation(((
    name: string,
    options: any,
    callback: any,
  ) => {
    const found = NAMES[name]?.map(address => ({
      address,
      family: net.isIP(address),
    }));
    if (!found) {
      return (realLookup as any)(name, options, callback);
    }
    return process.nextTick(() =>
      options.all
        ? callback(null, found)
        : callback(null, found[0].address, found[0].family),
    );
  }) as any);
});

beforeEach(() => {
  pages.clear();
  requests.length = 0;
  connections = 0;
});

afterAll(async () => {
  jest.restoreAllMocks();
  for (const server of servers) {
    server.closeAllConnections();
    await new Promise(done => server.close(done));
  }
});

function reader(): UrlReaderService {
  const config = mockServices.rootConfig({
    data: {
      backend: {
        reading: {
          allow: [
            { host: `localhost:${port}` },
            ...Object.keys(NAMES).map(name => ({ host: `${name}:${port}` })),
          ],
        },
      },
      integrations: {
        github: [
          { host: 'ghe.test', apiBaseUrl: `http://localhost:${port}/api` },
        ],
        gitea: [
          {
            host: `localhost:${giteaPort}`,
            baseUrl: `http://localhost:${giteaPort}`,
          },
        ],
      },
    },
  });
  return scopedReader({
    reader: UrlReaders.default({
      config,
      logger: mockServices.logger.mock(),
    }),
    allowedLoopback: allowedLoopback({ config, env: {} }),
  });
}

const GITHUB = 'https://ghe.test/o/r/blob/main/catalog-info.yaml';
const GITHUB_API = '/api/repos/o/r/contents/catalog-info.yaml';

it('reads from a configured host of this machine', async () => {
  pages.set('/file', { body: 'content' });
  pages.set(GITHUB_API, { body: 'from the API' });
  const plain = await reader().readUrl(`http://localhost:${port}/file`);
  expect(String(await plain.buffer())).toBe('content');
  const github = await reader().readUrl(GITHUB);
  expect(String(await github.buffer())).toBe('from the API');
});

it.each([
  ['http://169.254.169.254/latest', 'it is a link-local address'],
  ['http://[fd00:ec2::254]/latest', 'it is a cloud metadata address'],
  ['http://0.0.0.0:PORT/secret', 'it is an unspecified address'],
  ['http://127.0.0.1:PORT/secret', 'it is a loopback address'],
  ['http://[::ffff:127.0.0.1]:PORT/secret', 'it is a loopback address'],
  ['http://0x7f.1:PORT/secret', 'it is a loopback address'],
  ['http://localhost:OTHER/secret', 'it resolves to a loopback address'],
  ['http://loopback.test:PORT/secret', 'it resolves to a loopback address'],
  ['https://169.254.169.254/latest', 'it is a link-local address'],
  ['https://loopback.test:PORT/secret', 'it resolves to a loopback address'],
])('refuses a redirect of an API to %s', async (location, reason) => {
  pages.set('/secret', { body: 'secret' });
  pages.set(GITHUB_API, {
    redirect: location
      .replace('PORT', String(port))
      .replace('OTHER', String(otherPort)),
  });
  await expect(reader().readUrl(GITHUB)).rejects.toMatchObject({
    name: 'NotAllowedError',
    message: expect.stringContaining(reason),
  });
  expect(requests).toEqual([`localhost:${port}${GITHUB_API}`]);
});

it('refuses one in a search, and in what a search fetches later', async () => {
  const url = 'https://ghe.test/o/r/blob/main/*.yaml';
  const api = `http://localhost:${port}/api/repos/o/r`;
  const commit = {
    sha: 'abc',
    repository: { trees_url: `${api}/trees{/sha}`, archive_url: '' },
  };
  pages.set('/api/repos/o/r/commits/main/status', {
    body: JSON.stringify(commit),
  });
  pages.set('/api/repos/o/r/trees/abc', {
    body: JSON.stringify({
      tree: [{ type: 'blob', path: 'a.yaml', url: `${api}/blobs/a` }],
    }),
  });
  pages.set('/api/repos/o/r/blobs/a', {
    redirect: `http://127.0.0.1:${otherPort}/secret`,
  });
  const { files } = await reader().search(url);
  await expect(files[0].content()).rejects.toThrow('127.0.0.1');

  pages.set('/api/repos/o/r/trees/abc', {
    redirect: `http://127.0.0.1:${otherPort}/secret`,
  });
  await expect(reader().search(url)).rejects.toThrow('not allowed');
  await expect(
    reader().readTree('https://ghe.test/o/r/tree/gone'),
  ).rejects.toThrow('404');
  expect(requests.filter(request => request.includes('secret'))).toEqual([]);
});

it.each([
  ['metadata.test', 'it resolves to a link-local address, 169.254.169.254'],
  ['mixed.test', 'it resolves to a link-local address, 169.254.169.254'],
  ['loopback.test', 'it resolves to a loopback address, 127.0.0.1'],
  ['mapped.test', 'it resolves to a loopback address, ::ffff:127.0.0.1'],
])('refuses the allowed name %s', async (host, reason) => {
  await expect(
    reader().readUrl(`http://${host}:${port}/file`),
  ).rejects.toMatchObject({
    name: 'NotAllowedError',
    message: expect.stringContaining(reason),
  });
  expect(connections).toBe(0);
});

describe('a connection that other code keeps open', () => {
  it('is not taken over by node-fetch', async () => {
    pages.set('/secret', { body: 'secret' });
    const get = () =>
      new Promise<void>((done, fail) =>
        http
          .get(
            `http://127.0.0.1:${otherPort}/secret`,
            { agent: http.globalAgent },
            response => response.resume().on('end', done),
          )
          .on('error', fail),
      );
    await get();
    await new Promise(setImmediate);
    pages.set(GITHUB_API, {
      redirect: `http://127.0.0.1:${otherPort}/secret`,
    });
    await expect(reader().readUrl(GITHUB)).rejects.toThrow(
      'it is a loopback address',
    );
    expect(requests.filter(path => path.includes('secret'))).toHaveLength(1);
    await get();
  });

  it.each(['127.0.0.1', 'loopback.test'])(
    'to %s is not taken over by the global fetch',
    async host => {
      pages.set('/secret', { body: 'secret' });
      const get = async () =>
        (await fetch(`http://${host}:${otherPort}/secret`)).text();
      await get();
      await new Promise(setImmediate);
      const api = '/api/v1/repos/o/r/contents/a.yaml';
      const redirect = `http://${host}:${otherPort}/secret`;
      pages.set(api, { redirect });
      await expect(
        reader().readUrl(
          `http://localhost:${giteaPort}/o/r/src/branch/main/a.yaml`,
        ),
      ).rejects.toThrow(/(is|to) a loopback address/);
      expect(requests).toContain(`localhost:${giteaPort}${api}`);
      expect(requests.filter(path => path.includes('secret'))).toHaveLength(1);
      expect(await get()).toBe('secret');
    },
  );
});

describe('every way to connect', () => {
  const ways: [string, () => net.Socket][] = [
    ['net, options', () => net.connect({ host: '127.0.0.1', port })],
    ['net, port and host', () => net.connect(port, '127.0.0.1')],
    ['net, port alone', () => net.connect(port)],
    ['a socket', () => new net.Socket().connect(port, '127.0.0.1')],
    ['tls, address', () => tls.connect({ host: '127.0.0.1', port })],
    ['tls, name', () => tls.connect(port, 'loopback.test')],
    [
      'one family',
      () => net.connect({ host: 'loopback.test', port, family: 4 }),
    ],
    [
      'without choosing a family',
      () =>
        net.connect({ host: 'loopback.test', port, autoSelectFamily: false }),
    ],
    [
      'a look-up of its own',
      () =>
        net.connect({
          host: 'example.com',
          port,
          lookup: ((_: string, { all }: any, found: any) =>
            all
              ? found(null, [{ address: '127.0.0.1', family: 4 }])
              : found(null, '127.0.0.1', 4)) as any,
        }),
    ],
  ];
  it.each(ways)('is checked: %s', async (_, connect) => {
    const error = await readingScope.run(
      { allowedLoopback: () => false },
      () =>
        new Promise(done => {
          const socket = connect();
          socket.on('error', done);
          socket.on('connect', () => done('connected'));
        }),
    );
    expect(error).toMatchObject({ name: 'NotAllowedError' });
    expect(connections).toBe(0);
  });

  it.each(ways.slice(0, 4))('is free elsewhere: %s', async (_, connect) => {
    // Not only outside of a reading, but also while one is going on.
    const refused = reader()
      .readUrl(`http://loopback.test:${port}/`)
      .catch(error => error);
    const socket = connect();
    await new Promise((done, fail) => {
      socket.on('connect', done);
      socket.on('error', fail);
    });
    socket.destroy();
    expect(await refused).toMatchObject({ name: 'NotAllowedError' });
  });
});
