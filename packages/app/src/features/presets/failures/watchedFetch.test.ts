import { FailureLog } from './FailureLog';
import { watchedFetch } from './watchedFetch';

const answer = (status: number, body?: unknown) => {
  const response = {
    ok: status < 400,
    status,
    json: async () => {
      if (body === undefined) throw new SyntaxError('no JSON');
      return body;
    },
    clone: () => response,
  };
  return response as Response;
};

describe('watchedFetch', () => {
  const fetch = jest.fn();
  let failures: FailureLog;
  let watched: ReturnType<typeof watchedFetch>;

  beforeEach(() => {
    fetch.mockReset();
    failures = new FailureLog();
    watched = watchedFetch({ fetchApi: { fetch }, failures });
  });

  it('hands answers on as they are', async () => {
    const response = answer(500, { error: { message: 'no' } });
    fetch.mockResolvedValue(response);
    await expect(watched.fetch('/a', { method: 'POST' })).resolves.toBe(
      response,
    );
    expect(fetch).toHaveBeenCalledWith('/a', { method: 'POST' });
  });

  it.each([
    [answer(500, { error: { message: 'no such job' } }), 'no such job'],
    [answer(502, { message: 'no file' }), 'no file'],
    [answer(504), 'The portal answered with status 504.'],
    [
      answer(500, {
        error: { message: 'request to http://j/api?tree=a%5Bb%5D failed' },
      }),
      'request to http://j/api failed',
    ],
  ])('tells why a request failed', async (response, message) => {
    fetch.mockResolvedValue(response);
    await watched.fetch('/a');
    expect(failures.latest()).toBe(message);
  });

  it('tells that nobody answered, and still fails', async () => {
    fetch.mockRejectedValue(new TypeError('Failed to fetch'));
    await expect(watched.fetch('/a')).rejects.toThrow('Failed to fetch');
    expect(failures.latest()).toBe('Failed to fetch');
  });

  it('takes a failure back when the same request succeeds', async () => {
    const changed = jest.fn();
    failures.subscribe(changed);
    fetch.mockResolvedValueOnce(answer(500, { message: 'a' }));
    await watched.fetch('/a');
    fetch.mockResolvedValueOnce(answer(200, {}));
    await watched.fetch(new URL('http://portal/b'));
    expect(failures.latest()).toBe('a');
    fetch.mockResolvedValueOnce(answer(200, {}));
    await watched.fetch('/a');
    expect(failures.latest()).toBeUndefined();
    expect(changed).toHaveBeenCalledTimes(2);
  });
});
