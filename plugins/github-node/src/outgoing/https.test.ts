import { once } from 'node:events';
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import tls from 'node:tls';
import { HttpsProxyAgent } from 'https-proxy-agent';
import nodeFetch from 'node-fetch';
import { createCertificate } from './__testUtils__/createCertificate';
import { startGithubLike } from './__testUtils__/startGithubLike';

const stops: Array<() => Promise<unknown>> = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

async function githubLike(options: Parameters<typeof startGithubLike>[0]) {
  const started = await startGithubLike(options);
  stops.push(started.stop);
  return started;
}

describe('https', () => {
  const start = async () => {
    const pem = await createCertificate();
    const github = await githubLike({
      tls: pem,
      answer: (_, response) => response.end('secure'),
    });
    return { ...github, ca: pem.cert };
  };

  it.each([
    ['an agent of its own', (ca: string) => new https.Agent({ ca })],
    [
      'an agent that keeps connections',
      (ca: string) => new https.Agent({ ca, keepAlive: true }),
    ],
  ])('shows requests by %s', async (_name, create) => {
    const { url, ca, traced } = await start();
    const agent = create(ca);
    for (const path of ['/api/one', '/api/two']) {
      const response = await nodeFetch(`${url}${path}`, { agent });
      expect(await response.text()).toBe('secure');
    }
    agent.destroy();
    expect(traced()).toEqual(['GET /api/one 200', 'GET /api/two 200']);
  });

  it('says that a certificate is not trusted', async () => {
    const { url, trace } = await start();
    await expect(nodeFetch(`${url}/api/one`)).rejects.toThrow(/self-signed/);
    expect(trace.list()[0].error).toMatch(/self-signed/);
  });

  it('says at once that an agent has a certificate that is none', async () => {
    const { url, trace, budget, seen } = await start();
    const agent = new https.Agent({ cert: 'no certificate' });
    await expect(nodeFetch(`${url}/api/one`, { agent })).rejects.toThrow(/PEM/);
    expect(seen).toEqual([]);
    expect(trace.list()[0].error).toMatch(/PEM/);
    expect(budget.state()).toMatchObject([{ inFlight: 0 }]);
  });

  it('shows requests through a proxy, and not what is said to the proxy', async () => {
    const { url, ca, traced, seen } = await start();
    const connects: string[] = [];
    const clients: Array<{ destroy(): void }> = [];
    const proxy = http.createServer();
    proxy.on('connect', (request, client, head) => {
      connects.push(request.url!);
      clients.push(client);
      const { port } = new URL(url);
      const server = net.connect(Number(port), '127.0.0.1', () => {
        client.write('HTTP/1.1 200 OK\r\n\r\n');
        server.write(head);
        server.pipe(client).pipe(server);
      });
      server.on('error', () => client.destroy());
      client.on('error', () => server.destroy());
    });
    await new Promise<void>(resolve => proxy.listen(0, '127.0.0.1', resolve));
    stops.push(async () => {
      clients.forEach(client => client.destroy());
      await new Promise(resolve => proxy.close(resolve));
    });
    const { port } = proxy.address() as net.AddressInfo;
    const agent = new HttpsProxyAgent(`http://127.0.0.1:${port}`);
    const response = await new Promise<http.IncomingMessage>(
      (resolve, reject) => {
        https.get(`${url}/api/one`, { agent, ca }, resolve).on('error', reject);
      },
    );
    response.resume();
    await once(response, 'end');
    expect(connects).toEqual([new URL(url).host]);
    expect(seen).toEqual(['GET /api/one']);
    expect(traced()).toEqual(['GET /api/one 200']);
  });

  it('shows a request over a connection that somebody else has made', async () => {
    const { url, ca, traced } = await start();
    const { port } = new URL(url);
    const socket = tls.connect({ port: Number(port), host: 'localhost', ca });
    await once(socket, 'secureConnect');
    const request = https.get(`${url}/api/one`, {
      createConnection: () => socket,
    });
    const [response] = (await once(request, 'response')) as [
      http.IncomingMessage,
    ];
    response.resume();
    await once(response, 'end');
    socket.destroy();
    expect(traced()).toEqual(['GET /api/one 200']);
  });
});
