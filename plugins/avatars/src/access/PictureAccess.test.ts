import { PictureAccess } from './PictureAccess';

const BASE = 'https://portal.example/api/avatars';
const HOUR_MS = 60 * 60_000;

const granted = (now: number) => ({
  ok: true,
  status: 200,
  json: async () => ({ expiresAt: new Date(now + HOUR_MS).toISOString() }),
});

describe('PictureAccess', () => {
  beforeEach(() => jest.useFakeTimers({ now: 0 }));
  afterEach(() => jest.useRealTimers());

  const setup = () => {
    const fetch = jest.fn();
    const access = new PictureAccess({
      discoveryApi: {
        getBaseUrl: async id => `https://portal.example/api/${id}`,
      },
      fetchApi: { fetch },
    });
    return { access, fetch };
  };

  it('asks for the cookie once for many, and only when it is needed', async () => {
    const { access, fetch } = setup();
    fetch.mockResolvedValue(granted(0));
    expect(fetch).not.toHaveBeenCalled();

    await expect(
      Promise.all([access.baseUrl(), access.baseUrl()]),
    ).resolves.toEqual([BASE, BASE]);
    await access.baseUrl();

    expect(fetch).toHaveBeenCalledTimes(1);
    expect(fetch).toHaveBeenCalledWith(`${BASE}/.backstage/auth/v1/cookie`, {
      credentials: 'include',
    });
  });

  it('renews the cookie before it expires, for as long as the page is open', async () => {
    const { access, fetch } = setup();
    fetch.mockImplementation(async () => granted(Date.now()));

    await access.baseUrl();
    await jest.advanceTimersByTimeAsync(HOUR_MS - 3 * 60_000);
    expect(fetch).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(2 * 60_000);
    expect(fetch).toHaveBeenCalledTimes(2);
    await jest.advanceTimersByTimeAsync(2 * HOUR_MS);
    expect(fetch).toHaveBeenCalledTimes(4);
  });

  it('does not storm a backend whose cookie is about to expire', async () => {
    const { access, fetch } = setup();
    fetch.mockImplementation(async () => granted(Date.now() - HOUR_MS));

    await access.baseUrl();
    await jest.advanceTimersByTimeAsync(5 * 60_000);
    expect(fetch.mock.calls.length).toBeLessThanOrEqual(6);
  });

  it('asks a backend without the plugin once', async () => {
    const { access, fetch } = setup();
    fetch.mockResolvedValue({ ok: false, status: 404 });

    await expect(access.baseUrl()).resolves.toBeUndefined();
    await jest.advanceTimersByTimeAsync(HOUR_MS);
    await expect(access.baseUrl()).resolves.toBeUndefined();
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['answers with an error', { ok: false, status: 503 }],
    ['cannot be reached', new TypeError('Failed to fetch')],
  ])('asks again after a minute when the backend %s', async (_what, answer) => {
    const { access, fetch } = setup();
    if (answer instanceof Error) {
      fetch.mockRejectedValueOnce(answer);
    } else {
      fetch.mockResolvedValueOnce(answer);
    }
    fetch.mockResolvedValue(granted(60_000));

    await expect(access.baseUrl()).resolves.toBeUndefined();
    await expect(access.baseUrl()).resolves.toBeUndefined();
    await jest.advanceTimersByTimeAsync(60_000);
    await expect(access.baseUrl()).resolves.toBe(BASE);
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  it('keeps nobody waiting for a slow backend', async () => {
    const { access, fetch } = setup();
    let answer = (_response: unknown) => {};
    fetch.mockReturnValue(
      new Promise(resolve => {
        answer = resolve;
      }),
    );

    const early = access.baseUrl();
    await jest.advanceTimersByTimeAsync(2_000);
    await expect(early).resolves.toBeUndefined();

    answer(granted(0));
    await expect(access.baseUrl()).resolves.toBe(BASE);
  });
});
