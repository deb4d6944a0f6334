import http from 'node:http';
import net from 'node:net';
import { Readable } from 'node:stream';
import gitHttp from 'isomorphic-git/http/node';
import nodeFetch from 'node-fetch';
import { runInScope } from '../scope/runInScope';
import { openTraffic } from './__testUtils__/openTraffic';
import { senders } from './__testUtils__/senders';
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

const FETCHES = [
  ['global fetch', (...request: Parameters<typeof fetch>) => fetch(...request)],
  ['node-fetch', nodeFetch as unknown as typeof fetch],
] as const;

describe.each(FETCHES)('%s', (_name, send) => {
  it('shows each hop of a redirect', async () => {
    const github = await githubLike({
      answer(request, response) {
        if (request.url === '/api/old') {
          response.writeHead(301, { location: '/api/new' }).end();
        } else if (request.url === '/api/new') {
          response.writeHead(302, { location: '/raw/file?token=1' }).end();
        } else response.end('text');
      },
    });
    const response = await send(`${github.url}/api/old`);
    expect(await response.text()).toBe('text');
    expect(github.traced()).toEqual([
      'GET /api/old 301',
      'GET /api/new 302',
      'GET /raw/file 200',
    ]);
    expect(github.seen).toHaveLength(3);
    expect(github.trace.list().map(({ resource }) => resource)).toEqual([
      'other',
      'core',
      'core',
    ]);
  });

  it('passes large bodies in both directions', async () => {
    const github = await githubLike({
      answer: (request, response) => request.pipe(response),
    });
    const chunks = Array.from({ length: 64 }, (_, number) =>
      Buffer.alloc(65_536, number),
    );
    const response = await send(`${github.url}/api/echo`, {
      method: 'POST',
      body: Readable.from(chunks) as any,
      duplex: 'half',
    } as RequestInit);
    const text = Buffer.from(await response.arrayBuffer());
    expect(text.equals(Buffer.concat(chunks))).toBe(true);
    expect(github.traced()).toEqual(['POST /api/echo 200']);
  });

  it('says when the connection ends before an answer', async () => {
    const github = await githubLike({
      answer: request => request.socket.destroy(),
    });
    await expect(send(`${github.url}/api/gone`)).rejects.toThrow();
    expect(github.trace.list()).toEqual([
      expect.objectContaining({
        error: expect.stringMatching(/hang up|other side closed/),
        cost: 0,
      }),
    ]);
    expect(github.budget.state()).toEqual([
      expect.objectContaining({ inFlight: 0 }),
    ]);
  });
});

it('keeps a head that came, when the rest does not', async () => {
  const github = await githubLike({
    answer(request, response) {
      response.writeHead(200, { 'content-length': '10' });
      response.write('half');
      setImmediate(() => request.socket.destroy());
    },
  });
  const response = await fetch(`${github.url}/api/half`);
  await expect(response.text()).rejects.toThrow();
  expect(github.traced()).toEqual(['GET /api/half 200']);
});

it('leaves other hosts alone', async () => {
  const github = await githubLike({ answer: (_, response) => response.end() });
  const other = http.createServer((_, response) => response.end('other'));
  await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve));
  stops.push(async () => {
    other.closeAllConnections();
    await new Promise(resolve => other.close(resolve));
  });
  const { port } = other.address() as net.AddressInfo;
  for (const send of Object.values(senders)) {
    const { text } = await send({ url: `http://localhost:${port}/api/x` });
    expect(text).toBe('other');
  }
  expect(github.trace.list()).toEqual([]);
});

it('sees nothing any more once it is stopped, and restores what it hooked', async () => {
  const { addRequest } = http.Agent.prototype as any;
  const { onSocket } = http.ClientRequest.prototype as any;
  const { fetch: before } = globalThis;
  const one = await githubLike({ answer: (_, response) => response.end() });
  const other = await githubLike({ answer: (_, response) => response.end() });
  expect(globalThis.fetch).not.toBe(before);
  one.uninstall();
  one.uninstall();
  for (const send of Object.values(senders)) {
    await send({ url: `${one.url}/api/x` });
    await send({ url: `${other.url}/api/x` });
  }
  expect(one.trace.list()).toEqual([]);
  expect(other.trace.list()).toHaveLength(Object.keys(senders).length);
  other.uninstall();
  expect(globalThis.fetch).toBe(before);
  expect((http.Agent.prototype as any).addRequest).toBe(addRequest);
  expect((http.ClientRequest.prototype as any).onSocket).toBe(onSocket);
});

it('shows a 304 that stock code has asked for, which costs nothing', async () => {
  const traffic = await openTraffic();
  stops.push(traffic.stop);
  const url = `${traffic.api}/repos/acme/shop`;
  const headers = { authorization: traffic.authorization };
  const etag = (await fetch(url, { headers })).headers.get('etag')!;
  const again = await nodeFetch(url, {
    headers: { ...headers, 'if-none-match': etag },
  });
  expect(again.status).toBe(304);
  expect(traffic.trace.list()[0]).toMatchObject({
    status: 304,
    cached: true,
    cost: 0,
  });
  expect(traffic.trace.spenders()).toEqual([
    expect.objectContaining({ requests: 2, cost: 1 }),
  ]);
});

it('shows git, which the budget does not hold back', async () => {
  const traffic = await openTraffic();
  stops.push(traffic.stop);
  const { body } = await gitHttp.request({
    url: `${traffic.sandbox.url}/acme/shop.git/info/refs?service=git-upload-pack`,
    headers: {
      Authorization: `Basic ${Buffer.from(
        `x-access-token:${traffic.sandbox.tokens.mel}`,
      ).toString('base64')}`,
    },
  });
  const chunks: Uint8Array[] = [];
  for await (const chunk of body!) chunks.push(chunk);
  expect(Buffer.concat(chunks).toString()).toContain('refs/heads/main');
  expect(traffic.trace.list()).toEqual([
    expect.objectContaining({
      path: '/acme/shop.git/info/refs',
      owner: 'acme',
      repository: 'shop',
      credentialId: 'token:mel',
      resource: 'other',
      cost: 0,
    }),
  ]);
  expect(traffic.acquire).not.toHaveBeenCalled();
});

it('pauses an account after a secondary limit that stock code met', async () => {
  const traffic = await openTraffic();
  stops.push(traffic.stop);
  const { faults, clock } = traffic.sandbox.sandbox;
  faults.set({
    secondaryLimitedUntil: new Date(
      clock.now().getTime() + 5_000_000,
    ).toISOString(),
  });
  const url = `${traffic.api}/zen`;
  expect((await nodeFetch(url)).status).toBe(403);
  await expect(
    runInScope({ priority: 'person' }, () => fetch(url)),
  ).rejects.toThrow('fetch failed');
  expect(traffic.seen()).toHaveLength(1);
  expect(traffic.trace.list()[0].error).toMatch(
    /GitHub asked for a pause of \d+ seconds/,
  );
});
