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
])('put in %s', (_, file) => {
  it('takes nothing that it could not read again', async () => {
    const stored = open(file());
    await stored.put(token);
    const garbage = { ...app, privateKey: undefined } as unknown as StoredApp;
    await expect(stored.put(garbage)).rejects.toMatchObject({
      name: 'InputError',
      message:
        'The credential cannot be stored: credentials[1].privateKey is missing or no text. Nothing was changed.',
    });
    await stored.refresh();
    expect(stored.problem()).toBeUndefined();
    expect(stored.list()).toEqual([token]);
  });

  it('follows every earlier token to the last one, and keeps no other', async () => {
    const stored = open(file());
    const rotate = (from: string, to: string, minute: number) =>
      stored.put({
        ...token,
        token: to,
        replaces: fingerprintOf(from),
        storedAt: `2026-01-01T00:0${minute}:00Z`,
      });
    const other = { ...token, host: 'ghe.example.com', token: 'b' };
    await stored.put(other);
    await rotate('x', 'y', 0);
    await rotate('a', 'b', 1);
    await rotate('b', 'c', 2);
    await rotate('c', 'd', 3);
    const replaced = () =>
      stored
        .list()
        .flatMap(item =>
          item.kind === 'token' ? [[item.replaces, item.token]] : [],
        );
    expect(replaced()).toEqual([
      [other.replaces, 'b'],
      [fingerprintOf('x'), 'y'],
      // The last rotation comes first.
      [fingerprintOf('c'), 'd'],
      [fingerprintOf('b'), 'd'],
      [fingerprintOf('a'), 'd'],
    ]);
    // And back.
    await rotate('d', 'a', 4);
    expect(replaced().slice(2)).toEqual([
      [fingerprintOf('d'), 'a'],
      [fingerprintOf('c'), 'a'],
      [fingerprintOf('b'), 'a'],
    ]);
  });

  it('puts nothing over what somebody else has put meanwhile', async () => {
    const stored = open(file());
    const before = stored.list();
    await stored.put(app);
    await stored.put({ ...token, host: 'ghe.example.com' });
    // Neither is a token of this host.
    await stored.put(token, { expected: before });
    const second = { ...token, token: 'ghp_second' };
    await expect(
      stored.put(second, { expected: before }),
    ).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining('Nothing was changed now'),
    });
    expect(stored.list()).toContainEqual(token);
    await stored.put(second, { expected: stored.list() });
    expect(stored.list()).toContainEqual(second);
  });
});

it('tells of what another process has put a moment ago', async () => {
  const [one, two] = [open(fileOf()), open(fileOf())];
  const expected = two.list();
  await one.put(token);
  await expect(
    two.put({ ...token, token: 'ghp_other' }, { expected }),
  ).rejects.toThrow('were changed by somebody else');
  await two.refresh();
  expect(two.list()).toEqual([token]);
});
