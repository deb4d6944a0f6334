import { mockServices } from '@backstage/backend-test-utils';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fingerprintOf } from '../credentials/fingerprintOf';
import { openStoredCredentials } from './openStoredCredentials';
import type { StoredApp, StoredToken } from './StoredCredential';

const app: StoredApp = {
  kind: 'app',
  host: 'github.com',
  appId: 1,
  slug: 'portal',
  name: 'Portal',
  htmlUrl: 'https://github.com/apps/portal',
  clientId: 'Iv1.1',
  clientSecret: 'secret',
  privateKey: 'key',
  storedAt: '2026-01-01T00:00:00Z',
};
const token: StoredToken = {
  kind: 'token',
  host: 'github.com',
  token: 'ghp_new',
  replaces: 'aaaaaaaa',
  storedAt: '2026-01-01T00:00:00Z',
};

let folder: string;
const opened: { close(): void }[] = [];
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'stored-'));
});
afterEach(() => {
  opened.splice(0).forEach(item => item.close());
  fs.rmSync(folder, { recursive: true });
});

const fileOf = () => path.join(folder, 'connections', 'credentials.json');

function open(file?: string) {
  const stored = openStoredCredentials({
    file,
    logger: mockServices.logger.mock(),
    now: () => new Date('2026-01-01T00:00:00Z'),
  });
  opened.push(stored);
  return stored;
}

describe.each([
  ['a file', fileOf],
  ['memory', () => undefined],
])('in %s', (_, file) => {
  it('keeps what is put, each App and each replacement once', async () => {
    const stored = open(file());
    expect(stored.list()).toEqual([]);
    await stored.put(app);
    await stored.put(token);
    await stored.put({ ...app, host: 'GitHub.com', privateKey: 'other' });
    await stored.put({ ...token, token: 'ghp_newer' });
    await stored.put({ ...token, replaces: 'bbbbbbbb' });
    await stored.put({ ...app, appId: 2 });
    expect(
      stored
        .list()
        .map(item => (item.kind === 'app' ? item.privateKey : item.token)),
    ).toEqual(['other', 'ghp_newer', 'ghp_new', 'key']);
  });

  it('removes by App and by fingerprint', async () => {
    const stored = open(file());
    await stored.put(app);
    await stored.put(token);
    await stored.remove({ host: 'elsewhere', appId: 1 });
    await stored.remove({ host: 'github.com', fingerprint: 'aaaaaaaa' });
    expect(stored.list()).toHaveLength(2);
    await stored.remove({ host: 'GITHUB.com', appId: 1 });
    expect(stored.list()).toEqual([token]);
    await stored.remove({
      host: 'github.com',
      fingerprint: fingerprintOf('ghp_new'),
    });
    expect(stored.list()).toEqual([]);
  });

  it('tells listeners, until they have enough', async () => {
    const stored = open(file());
    const listener = jest.fn();
    const stop = stored.onChange(listener);
    await stored.put(app);
    expect(listener).toHaveBeenCalledTimes(1);
    stop();
    await stored.put(token);
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('gives out copies', async () => {
    const stored = open(file());
    await stored.put(token);
    stored.list()[0].host = 'evil.example';
    expect(stored.list()).toEqual([token]);
    expect(stored.problem()).toBeUndefined();
  });

  it('loses nothing when many are put at once', async () => {
    const stored = open(file());
    await Promise.all(
      Array.from({ length: 20 }, (__, appId) => stored.put({ ...app, appId })),
    );
    expect(stored.list()).toHaveLength(20);
  });
});

describe('the file', () => {
  it('is for its owner alone, and so is its folder; nothing else is left there', async () => {
    const stored = open(fileOf());
    await stored.put(app);
    const modeOf = (name: string) => fs.statSync(name).mode % 0o1000;
    expect(modeOf(fileOf())).toBe(0o600);
    expect(modeOf(path.dirname(fileOf()))).toBe(0o700);
    expect(fs.readdirSync(path.dirname(fileOf()))).toEqual([
      'credentials.json',
    ]);
    expect(stored.file).toBe(fileOf());
  });

  it('is shared by processes, which lose nothing of each other', async () => {
    const [one, two] = [open(fileOf()), open(fileOf())];
    const listener = jest.fn();
    two.onChange(listener);
    await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        (index % 2 ? one : two).put({ ...app, appId: index }),
      ),
    );
    await Promise.all([one.refresh(), two.refresh()]);
    expect(one.list()).toHaveLength(10);
    expect(two.list()).toEqual(one.list());

    listener.mockClear();
    await one.put(token);
    await two.refresh();
    await two.refresh();
    expect(listener).toHaveBeenCalledTimes(1);
    expect(two.list()).toHaveLength(11);
  });

  it('is looked at again and again', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'] });
    try {
      const stored = open(fileOf());
      fs.mkdirSync(path.dirname(fileOf()));
      fs.writeFileSync(
        fileOf(),
        JSON.stringify({ version: 1, credentials: [token] }),
      );
      expect(stored.list()).toEqual([]);
      jest.advanceTimersByTime(2000);
      expect(stored.list()).toEqual([token]);
      fs.rmSync(fileOf());
      jest.advanceTimersByTime(2000);
      expect(stored.list()).toEqual([]);
    } finally {
      jest.useRealTimers();
    }
  });

  it('keeps what was read, and is not written over, while it is damaged', async () => {
    const stored = open(fileOf());
    await stored.put(token);
    const listener = jest.fn();
    stored.onChange(listener);
    const damage = '{"version":1,"credentials":[{"token":"ghp_se';
    fs.writeFileSync(fileOf(), damage);
    await stored.refresh();
    expect(listener).toHaveBeenCalledTimes(1);
    expect(stored.list()).toEqual([token]);
    expect(stored.problem()).toEqual({
      reason: `${fileOf()} is damaged: it is not JSON. Mend it or restore it from a backup; to begin anew, move it away.`,
      since: '2026-01-01T00:00:00.000Z',
    });
    await expect(stored.put(app)).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining('Nothing was changed.'),
    });
    expect(fs.readFileSync(fileOf(), 'utf8')).toBe(damage);

    fs.rmSync(fileOf());
    await stored.put(app);
    expect(stored.problem()).toBeUndefined();
    expect(stored.list()).toEqual([app]);
  });

  it.each([
    ['{"version":2,"credentials":[]}', 'its version is not 1'],
    ['null', 'its version is not 1'],
    ['{"version":1}', 'credentials is not a list'],
    [
      '{"version":1,"credentials":[{"kind":"key"}]}',
      'credentials[0].kind is neither app nor token',
    ],
    [
      JSON.stringify({
        version: 1,
        credentials: [app, { ...token, token: 1 }],
      }),
      'credentials[1].token is missing or no text',
    ],
    [
      JSON.stringify({ version: 1, credentials: [{ ...app, appId: '1' }] }),
      'credentials[0].appId is missing or no number',
    ],
  ])('with %j is damaged: %s', (text, reason) => {
    fs.mkdirSync(path.dirname(fileOf()));
    fs.writeFileSync(fileOf(), text);
    expect(open(fileOf()).problem()?.reason).toContain(
      `is damaged: ${reason}.`,
    );
  });

  it('that cannot be read is a problem, not an empty one', async () => {
    const stored = open(folder);
    expect(stored.problem()?.reason).toContain('cannot be read (EISDIR)');
    await expect(stored.put(app)).rejects.toThrow('Nothing was changed.');
  });

  it('is not held up by the lock of a process that ended', async () => {
    fs.mkdirSync(path.dirname(fileOf()));
    const lock = `${fileOf()}.lock`;
    fs.writeFileSync(lock, '');
    const before = new Date(Date.now() - 60_000);
    fs.utimesSync(lock, before, before);
    const stored = open(fileOf());
    await stored.put(app);
    expect(stored.list()).toEqual([app]);
    expect(fs.existsSync(lock)).toBe(false);
  });
});
