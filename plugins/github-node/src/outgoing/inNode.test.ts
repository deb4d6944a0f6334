import { fork } from 'node:child_process';
import { once } from 'node:events';
import http from 'node:http';
import net from 'node:net';
import path from 'node:path';

interface NodeResult {
  results: Record<string, { seen: string[]; traced: string[] }>;
  isRestored: boolean;
}

/** A process as in production, in which nothing but the hooks has touched Node's own modules. */
async function runInNode(env: Record<string, string> = {}) {
  const child = fork(
    path.join(__dirname, '__testUtils__', 'runInNode.ts'),
    [],
    {
      execArgv: [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      ],
      env: { ...process.env, NODE_OPTIONS: '', ...env },
    },
  );
  const exit = once(child, 'exit').then(([code]) => {
    throw new Error(`The process has ended with ${code}`);
  });
  // The transformation of TypeScript sends messages of its own, about files to watch.
  const result = new Promise<NodeResult>(resolve => {
    child.on('message', message => {
      if ('results' in (message as object)) resolve(message as NodeResult);
    });
  });
  const found = await Promise.race([result, exit]);
  await exit.catch(() => undefined);
  return found;
}

const REDIRECTED = {
  seen: ['GET /api/redirect?secret=1', 'GET /api/target'],
  traced: ['GET /api/redirect 302 catalog', 'GET /api/target 200 catalog'],
};
const FIRST_HOP = {
  seen: ['GET /api/redirect?secret=1'],
  traced: ['GET /api/redirect 302 catalog'],
};
const EXPECTED = {
  fetch: REDIRECTED,
  'fetch that was kept': REDIRECTED,
  'fetch with a dispatcher': REDIRECTED,
  'fetch of undici': REDIRECTED,
  'request of undici': FIRST_HOP,
  'http.get': FIRST_HOP,
  'fetch after the dispatcher was replaced': REDIRECTED,
};

it('sees every request once, however it is sent', async () => {
  expect(await runInNode()).toEqual({ results: EXPECTED, isRestored: true });
}, 60_000);

it('sees them as well when node itself asks a proxy', async () => {
  const proxied: string[] = [];
  const sockets: net.Socket[] = [];
  const proxy = http.createServer((request, response) => {
    proxied.push(request.url!);
    const { hostname, port, pathname, search } = new URL(request.url!);
    http.get(
      { host: hostname, port, path: pathname + search, agent: false },
      answer => {
        response.writeHead(answer.statusCode!, answer.headers);
        answer.pipe(response);
      },
    );
  });
  proxy.on('connect', (request, client) => {
    proxied.push(request.url!);
    const [, port] = request.url!.split(':');
    const server = net.connect(Number(port), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      server.pipe(client).pipe(server);
    });
    sockets.push(server, client as net.Socket);
    server.on('error', () => client.destroy());
    client.on('error', () => server.destroy());
  });
  await new Promise<void>(resolve => proxy.listen(0, '127.0.0.1', resolve));
  const { port } = proxy.address() as net.AddressInfo;
  try {
    const { results } = await runInNode({
      NODE_USE_ENV_PROXY: '1',
      HTTP_PROXY: `http://127.0.0.1:${port}`,
      NO_PROXY: '',
    });
    expect(results).toEqual(EXPECTED);
    expect(proxied.length).toBeGreaterThan(0);
  } finally {
    sockets.forEach(socket => socket.destroy());
    proxy.closeAllConnections();
    await new Promise(resolve => proxy.close(resolve));
  }
}, 60_000);
