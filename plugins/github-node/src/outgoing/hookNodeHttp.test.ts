import { once } from 'node:events';
import http from 'node:http';
import nodeFetch from 'node-fetch';
import { openTraffic } from './__testUtils__/openTraffic';
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

describe('node:http', () => {
  it('shows requests that wait for a connection of their agent, once', async () => {
    const github = await githubLike({
      answer: (_, response) => response.end('x'),
    });
    const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
    const answers = await Promise.all(
      [1, 2, 3].map(number =>
        nodeFetch(`${github.url}/api/${number}`, { agent }).then(answer =>
          answer.text(),
        ),
      ),
    );
    agent.destroy();
    expect(answers).toEqual(['x', 'x', 'x']);
    expect(github.traced().sort()).toEqual([
      'GET /api/1 200',
      'GET /api/2 200',
      'GET /api/3 200',
    ]);
  });

  it('takes no connection while a request waits', async () => {
    const github = await githubLike({
      answer: (_, response) => response.end('x'),
    });
    const { acquire } = github.budget;
    let release = () => {};
    const asked = new Promise<void>(resolve => {
      github.budget.acquire = async request => {
        resolve();
        await new Promise<void>(done => {
          release = done;
        });
        return acquire(request);
      };
    });
    const request = http.get(`${github.url}/api/x`);
    const connected = jest.fn();
    request.once('socket', connected);
    await asked;
    await new Promise(resolve => setImmediate(resolve));
    expect(connected).not.toHaveBeenCalled();
    expect(Object.keys(http.globalAgent.sockets).join()).not.toContain(
      github.host,
    );
    release();
    const [response] = (await once(request, 'response')) as [
      http.IncomingMessage,
    ];
    response.resume();
    await once(request, 'close');
    expect(connected).toHaveBeenCalledTimes(1);
  });

  it('does not need somebody who listens for the answer', async () => {
    const github = await githubLike({
      answer: (_, response) => response.end('x'.repeat(1_000_000)),
    });
    const request = http.get(`${github.url}/api/unheard`);
    await once(request, 'close');
    expect(github.traced()).toEqual(['GET /api/unheard 200']);
  });

  it('ends what is aborted before the answer', async () => {
    const github = await githubLike({ answer: () => undefined });
    const request = http.get(`${github.url}/api/slow`);
    const failed = once(request, 'error');
    request.once('socket', () => request.destroy(new Error('never mind')));
    expect(await failed).toEqual([new Error('never mind')]);
    await once(request, 'close');
    expect(github.trace.list()[0].error).toContain('never mind');
    expect(github.budget.state()).toEqual([
      expect.objectContaining({ inFlight: 0 }),
    ]);
  });

  it('can be aborted right away', async () => {
    const github = await githubLike({
      answer: (_, response) => response.end(),
    });
    const request = http.get(`${github.url}/api/x`);
    request.abort();
    await once(request, 'close');
    expect(github.seen).toEqual([]);
    expect(github.trace.list()).toHaveLength(1);
  });

  it('reads the credential of headers that come as a list', async () => {
    const traffic = await openTraffic();
    stops.push(traffic.stop);
    const request = http.get(`${traffic.api}/zen`, {
      headers: [
        'Host',
        traffic.host,
        'Authorization',
        traffic.authorization,
      ] as never,
    });
    const [response] = (await once(request, 'response')) as [
      http.IncomingMessage,
    ];
    response.resume();
    await once(request, 'close');
    expect(traffic.trace.list()).toEqual([
      expect.objectContaining({ credentialId: 'token:mel', status: 200 }),
    ]);
  });
});
