import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';
import { startWikis, type Wikis } from '../__testUtils__/startWikis';
import { cloneWiki } from './cloneWiki';
import { WIKI_LIMITS, type WikiLimits } from './WikiLimits';

jest.setTimeout(60_000);

let wikis: Wikis;
let workDir: string;
beforeAll(async () => {
  wikis = await startWikis();
  workDir = await fs.mkdtemp(path.join(os.tmpdir(), 'clones-'));
});
afterAll(async () => {
  await wikis.stop();
  await fs.rm(workDir, { recursive: true });
});

const clone = (limits: Partial<WikiLimits> = {}) =>
  cloneWiki({
    remote: { url: `${wikis.sandbox.url}/acme/shop.wiki.git` },
    workDir,
    limits: { ...WIKI_LIMITS, ...limits },
  });

it('reads a wiki of many versions, whose pack has deltas', async () => {
  const { shop } = wikis.sandbox;
  const lines = (last: string) =>
    `${Array.from({ length: 500 }, (_, n) => `line ${n} ${n * n}`).join(
      '\n',
    )}\n${last}`;
  await wikis.write(shop, { 'Home.md': lines('one'), 'Other.md': lines('x') });
  await wikis.write(shop, { 'Home.md': lines('two') });
  const { files } = await clone();
  expect(files.map(file => file.path)).toEqual(['Home.md', 'Other.md']);
  expect(String(files[0].content)).toBe(lines('two'));
});

it.each<[string, Partial<WikiLimits>, RegExp]>([
  ['bytes sent', { packBytes: 100 }, /larger than/],
  ['a large file', { fileBytes: 50_000 }, /a file of \d+ bytes/],
  ['bytes in all', { totalBytes: 150_000 }, /more than \d+ bytes/],
  ['files', { files: 1 }, /objects|files/],
])('refuses too much: %s', async (_what, limits, message) => {
  // Of zeroes little is sent, and much is unpacked.
  await wikis.write(wikis.sandbox.shop, {
    'a.bin': Buffer.alloc(100_000),
    'b.bin': Buffer.alloc(100_001),
    'c.bin': Buffer.alloc(100_002),
    'd.bin': Buffer.alloc(100_003),
  });
  await expect(clone(limits)).rejects.toMatchObject({
    name: 'InputError',
    message: expect.stringMatching(message),
  });
  expect(await fs.readdir(workDir)).toEqual([]);
});

it('lets other work go on while it unpacks', async () => {
  await wikis.write(wikis.sandbox.shop, {
    'a.bin': Buffer.alloc(1_000_000),
    'b.bin': Buffer.alloc(1_000_001),
  });
  const inflateSync = jest.spyOn(zlib, 'inflateSync');
  expect((await clone()).files.length).toBeGreaterThan(1);
  expect(inflateSync).not.toHaveBeenCalled();
  inflateSync.mockRestore();
});

it('reads few at a time, whatever becomes of them', async () => {
  let open = 0;
  let most = 0;
  const spy = jest.spyOn(globalThis, 'fetch').mockImplementation(async () => {
    open += 1;
    most = Math.max(most, open);
    await new Promise(resolve => setTimeout(resolve, 5));
    open -= 1;
    return new Response(null, { status: 404 });
  });
  const all = await Promise.allSettled(
    Array.from({ length: 6 }, () => clone()),
  );
  spy.mockRestore();
  expect(all.map(({ status }) => status)).toEqual(Array(6).fill('rejected'));
  expect(most).toBe(2);
});

it('does not follow a redirect to another host', async () => {
  const elsewhere = jest.spyOn(globalThis, 'fetch').mockResolvedValueOnce(
    new Response(null, {
      status: 302,
      headers: { location: 'https://elsewhere.test/acme/shop.wiki.git' },
    }),
  );
  await expect(
    cloneWiki({
      remote: { url: 'https://ghe.test/acme/shop.wiki.git', token: 'secret' },
      workDir,
    }),
  ).rejects.toThrow(
    'https://ghe.test/acme/shop.wiki.git redirects to https://elsewhere.test, which is not followed',
  );
  expect(elsewhere).toHaveBeenCalledTimes(1);
  elsewhere.mockRestore();
});
