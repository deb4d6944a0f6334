import { coalesceRefresh, REFRESH_WINDOW_MS } from './coalesceRefresh';
import type { RefreshStore } from './RefreshStore';

const BROWSER = `callboard-session=${'b'.repeat(43)}`;
const idToken = [
  'e30',
  Buffer.from('{"sub":"olivia"}').toString('base64url'),
  'x',
].join('.');

/** A provider that rotates refresh tokens, and takes the second use of one for theft. */
function createProvider() {
  const used = new Set<string>();
  let count = 0;
  return {
    name: 'kept',
    refresh: jest.fn(
      async (
        { refreshToken }: { refreshToken: string; scope: string },
        _context: object,
      ) => {
        if (used.has(refreshToken)) throw new Error('invalid_grant');
        used.add(refreshToken);
        await Promise.resolve();
        return {
          fullProfile: {
            userinfo: { sub: 'olivia' },
            tokenset: { id_token: idToken },
          },
          session: { refreshToken: `new-${++count}` },
        };
      },
    ),
  };
}

/** As the access plugin's, for one process. */
function createStore() {
  const rows = new Map<string, string | undefined>();
  const store: RefreshStore = {
    async claim({ key }) {
      if (!rows.has(key)) {
        rows.set(key, undefined);
        return { outcome: 'claimed' };
      }
      const sealed = rows.get(key);
      return sealed ? { outcome: 'done', sealed } : { outcome: 'busy' };
    },
    async finish({ key, sealed }) {
      rows.set(key, sealed);
    },
    async release({ key }) {
      rows.delete(key);
    },
  };
  return { rows, store };
}

function open() {
  const provider = createProvider();
  const { rows, store } = createStore();
  let time = 0;
  const replica = () =>
    coalesceRefresh({
      authenticator: provider,
      providerId: 'oidc',
      store: async () => store,
      monotonicMs: () => time,
      pause: () => new Promise(resolve => setImmediate(resolve)),
    });
  return { provider, rows, replica, pass: (ms: number) => (time += ms) };
}
const ask = (options: { refreshToken?: string; cookie?: string } = {}) => ({
  req: { headers: { cookie: options.cookie ?? BROWSER } },
  scope: 'openid',
  refreshToken: options.refreshToken ?? 'old',
});

it('gives two tabs the same answer, and keeps the rest of the authenticator', async () => {
  const { provider, replica } = open();
  const one = replica();
  const [first, second] = await Promise.all([
    one.refresh(ask(), {}),
    one.refresh(ask(), {}),
  ]);
  expect(second).toBe(first);
  expect(provider.refresh).toHaveBeenCalledTimes(1);
  expect(one.name).toBe('kept');
});

it('gives tabs on two replicas the same answer, of which the database tells nothing', async () => {
  const { provider, replica, rows } = open();
  const [first, second] = await Promise.all([
    replica().refresh(ask(), {}),
    replica().refresh(ask(), {}),
  ]);
  expect(second).toEqual(first);
  expect(second.fullProfile.tokenset).not.toBe(first.fullProfile.tokenset);
  expect((second.fullProfile.tokenset as any).claims()).toEqual({
    sub: 'olivia',
  });
  expect(provider.refresh).toHaveBeenCalledTimes(1);
  const stored = JSON.stringify([...rows]);
  for (const secret of ['old', 'new-1', 'olivia', idToken]) {
    expect(stored).not.toContain(secret);
    expect(
      Buffer.from([...rows.values()][0]!, 'base64').toString(),
    ).not.toContain(secret);
  }
});

it('lets the provider decide about the same token from another browser, or after the window', async () => {
  const { replica, pass, rows } = open();
  const one = replica();
  await one.refresh(ask(), {});
  await expect(one.refresh(ask({ cookie: 'other=1' }), {})).rejects.toThrow(
    'invalid_grant',
  );
  await expect(
    one.refresh(ask({ cookie: `callboard-session=${'c'.repeat(43)}` }), {}),
  ).rejects.toThrow('invalid_grant');
  pass(REFRESH_WINDOW_MS + 1);
  rows.clear();
  await expect(one.refresh(ask(), {})).rejects.toThrow('invalid_grant');
});

it('does not keep a failure', async () => {
  const { provider, replica, rows } = open();
  provider.refresh.mockRejectedValueOnce(new Error('the provider is away'));
  const one = replica();
  const both = await Promise.allSettled([
    one.refresh(ask(), {}),
    one.refresh(ask(), {}),
  ]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(rows.size).toBe(0);
  await expect(one.refresh(ask(), {})).resolves.toMatchObject({
    session: { refreshToken: 'new-1' },
  });
});

it('gives the answer also if the database does not take it, and the error of the provider', async () => {
  const provider = createProvider();
  const away = async () => {
    throw new Error('the database is away');
  };
  const one = coalesceRefresh({
    authenticator: provider,
    providerId: 'oidc',
    store: async () => ({
      claim: async () => ({ outcome: 'claimed' }),
      finish: away,
      release: away,
    }),
  });
  await expect(one.refresh(ask(), {})).resolves.toMatchObject({
    session: { refreshToken: 'new-1' },
  });
  await expect(
    one.refresh(ask({ refreshToken: 'new-1' }), {}),
  ).resolves.toBeDefined();
  provider.refresh.mockRejectedValueOnce(new Error('invalid_grant'));
  await expect(
    one.refresh(ask({ refreshToken: 'another' }), {}),
  ).rejects.toThrow('invalid_grant');
});

it('tells tokens, scopes and providers apart', async () => {
  const { provider, replica } = open();
  const one = replica();
  await one.refresh(ask(), {});
  await one.refresh(ask({ refreshToken: 'another' }), {});
  await expect(
    one.refresh({ ...ask(), scope: 'openid repo' }, {}),
  ).rejects.toThrow('invalid_grant');
  expect(provider.refresh).toHaveBeenCalledTimes(3);
});
