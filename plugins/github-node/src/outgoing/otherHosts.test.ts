import { once } from 'node:events';
import http from 'node:http';
import type { Dispatcher } from 'undici';
import { startGithubLike } from './__testUtils__/startGithubLike';
import type { OutgoingRequest } from './Outgoing';
import { watchDispatcher } from './watchDispatcher';

it('reads no credential of a request to another host: node:http', async () => {
  const github = await startGithubLike({
    answer: (_, response) => response.end('x'),
  });
  const read = jest.spyOn(http.ClientRequest.prototype, 'getHeader');
  const send = async (hostname: string) => {
    const { port } = new URL(github.url);
    read.mockClear();
    const request = http.get({ hostname, port, path: '/api/x', family: 4 });
    const [response] = (await once(request, 'response')) as [
      http.IncomingMessage,
    ];
    response.resume();
    await once(request, 'close');
    return read.mock.calls.some(([name]) => name === 'authorization');
  };
  // The same server; only `localhost` is one of the GitHubs.
  expect(await send('127.0.0.1')).toBe(false);
  expect(github.traced()).toEqual([]);
  expect(await send('localhost')).toBe(true);
  expect(github.traced()).toEqual(['GET /api/x 200']);
  read.mockRestore();
  await github.stop();
});

it('reads no credential of a request to another host: undici', () => {
  const read = jest.fn(() => 'Bearer x');
  const headers = Object.defineProperty({}, 'authorization', {
    get: read,
    enumerable: true,
  }) as Record<string, string>;
  const send = (watch: (request: OutgoingRequest) => unknown) => {
    const dispatcher = watchDispatcher({
      dispatcher: { dispatch: () => true } as unknown as Dispatcher,
      watch(request) {
        watch(request);
        return [];
      },
    });
    dispatcher.dispatch(
      { origin: 'https://example.com', path: '/', method: 'GET', headers },
      {},
    );
  };
  send(({ host }) => expect(host).toBe('example.com'));
  expect(read).not.toHaveBeenCalled();
  send(({ authorization }) => expect(authorization).toBe('Bearer x'));
  expect(read).toHaveBeenCalled();
});
