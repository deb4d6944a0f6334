import type { KeyRefusal } from './ApiKeyDirectory';
import { createApiKeyDirectory } from './createApiKeyDirectory';
import { makeKey } from './keyText';
import type { StoredKey } from './StoredKey';

const START = new Date('2026-11-26T10:00:00Z').getTime();

function open(options: { waitMs?: number } = {}) {
  const made = makeKey();
  let time = START;
  let monotonic = 0;
  const stored: StoredKey = {
    ...{ id: made.id, hash: made.hash, scopes: { readOnly: false } },
    expiresAt: new Date(START + 3_600_000),
  };
  const rows = [stored];
  const refusals: { id: string; reason: KeyRefusal }[] = [];
  const uses: { id: string; at: Date }[] = [];
  const read = jest.fn(async () => rows.map(row => ({ ...row })));
  const directory = createApiKeyDirectory({
    now: () => new Date(time),
    monotonicMs: () => monotonic,
    ...options,
  });
  return {
    ...{ directory, key: made.key, stored, read, refusals, uses },
    later: (ms: number) => {
      time += ms;
      monotonic += ms;
    },
    /** Somebody sets the clock of the machine. */
    setClock: (ms: number) => {
      time += ms;
    },
    attach: () =>
      directory.attach({
        read,
        used: use => uses.push(use),
        refused: refusal => refusals.push(refusal),
      }),
  };
}

afterEach(() => jest.useRealTimers());

it('waits for the keys at the start, and then for a while only', async () => {
  const late = open({ waitMs: 1 });
  await expect(late.directory.verify(late.key)).rejects.toMatchObject({
    name: 'ServiceUnavailableError',
  });

  const { directory, key, attach } = open();
  const verified = directory.verify(key);
  attach();
  expect(await verified).toMatchObject({ scopes: { readOnly: false } });
});

it('does not wait for what is no key', async () => {
  const { directory, key } = open();
  expect(await directory.verify('a.jwt.token')).toBeUndefined();
  expect(await directory.verify(key.slice(0, -1))).toBeUndefined();
});

it('reads at most every two seconds, and once for all who wait', async () => {
  const { directory, key, attach, read, later, uses } = open();
  attach();
  await Promise.all([1, 2, 3].map(() => directory.verify(key)));
  later(1_999);
  await directory.verify(key);
  expect(read).toHaveBeenCalledTimes(1);
  later(1);
  await directory.verify(key);
  expect(read).toHaveBeenCalledTimes(2);
  expect(uses.at(-1)!.at).toEqual(new Date(START + 2_000));
});

it('sees what another replica has revoked within two seconds, and what this one has at once', async () => {
  const { directory, key, attach, later, stored, refusals } = open();
  attach();
  await directory.verify(key);
  stored.revokedAt = new Date(START);
  expect(await directory.verify(key)).toBeDefined();
  later(2_000);
  await expect(directory.verify(key)).rejects.toThrow('is revoked');
  expect(refusals).toEqual([{ id: stored.id, reason: 'revoked' }]);

  stored.revokedAt = undefined;
  await directory.refresh();
  expect(await directory.verify(key)).toBeDefined();
  stored.revokedAt = new Date(START);
  await directory.refresh();
  await expect(directory.find(stored)).rejects.toThrow('is revoked');
});

it('does not take what was read before a change for what it is after', async () => {
  const { directory, key, attach, read, stored } = open();
  let answer: (rows: StoredKey[]) => void = () => {};
  read.mockImplementationOnce(() => new Promise(resolve => (answer = resolve)));
  attach();
  const verified = directory.verify(key);
  await new Promise(setImmediate);
  const before = [{ ...stored }];
  stored.revokedAt = new Date(START);
  const refreshed = directory.refresh();
  answer(before);
  await Promise.all([verified, refreshed]);
  await expect(directory.verify(key)).rejects.toThrow('is revoked');
});

it('honours no key on what is older than five seconds', async () => {
  const { directory, key, attach, read, later } = open();
  attach();
  await directory.verify(key);
  read.mockRejectedValue(new Error('no database'));
  later(4_999);
  expect(await directory.verify(key)).toBeDefined();
  await directory.refresh();
  later(1);
  await expect(directory.verify(key)).rejects.toMatchObject({
    name: 'ServiceUnavailableError',
  });
  read.mockReset().mockResolvedValue([]);
  expect(await directory.verify(key)).toBeUndefined();
});

it('reads on when the clock is set back', async () => {
  const { directory, key, attach, later, setClock, stored } = open();
  attach();
  await directory.verify(key);
  setClock(-3_600_000);
  stored.revokedAt = new Date(START);
  later(2_000);
  await expect(directory.verify(key)).rejects.toThrow('is revoked');
});

it('asks again after a reading that was never answered, and takes no late answer of it', async () => {
  jest.useFakeTimers();
  const { directory, key, attach, read, stored } = open();
  let answer: (rows: StoredKey[]) => void = () => {};
  read.mockImplementationOnce(() => new Promise(resolve => (answer = resolve)));
  attach();
  await Promise.all([
    expect(directory.verify(key)).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    }),
    jest.advanceTimersByTimeAsync(5_000),
  ]);
  const before = [{ ...stored }];
  stored.revokedAt = new Date(START);
  await expect(directory.verify(key)).rejects.toThrow('is revoked');
  answer(before);
  await jest.advanceTimersByTimeAsync(0);
  await expect(directory.verify(key)).rejects.toThrow('is revoked');
});

it('does not take what somebody else waited for too long for what is known now', async () => {
  const { directory, key, attach, read, later, stored } = open();
  let answer: (rows: StoredKey[]) => void = () => {};
  read.mockImplementationOnce(() => new Promise(resolve => (answer = resolve)));
  attach();
  const first = directory.verify(key);
  await new Promise(setImmediate);
  later(5_000);
  const joined = directory.verify(key);
  answer([{ ...stored }]);
  for (const asked of await Promise.allSettled([first, joined])) {
    expect(asked).toMatchObject({
      reason: { name: 'ServiceUnavailableError' },
    });
  }
});

it('refuses a key that has expired, and an old secret after the overlap', async () => {
  const { directory, key, attach, later, stored, refusals } = open();
  const next = makeKey({ id: stored.id });
  stored.previous = { hash: stored.hash, until: new Date(START + 60_000) };
  stored.hash = next.hash;
  attach();
  expect(await directory.verify(key)).toBeDefined();
  expect(await directory.verify(next.key)).toBeDefined();
  later(60_000);
  await expect(directory.verify(key)).rejects.toThrow('has a new secret');
  later(3_600_000);
  await expect(directory.verify(next.key)).rejects.toThrow('is expired');
  expect(refusals.map(({ reason }) => reason)).toEqual(['replaced', 'expired']);
});

it('does not say of a wrong secret what became of the key', async () => {
  const { directory, attach, stored, refusals } = open();
  stored.revokedAt = new Date(START);
  attach();
  const guess = makeKey({ id: stored.id }).key;
  expect(await directory.verify(guess)).toBeUndefined();
  expect(refusals).toEqual([]);
});
