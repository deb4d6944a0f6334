import {
  type ReadTreeResponseFactory,
  UrlReaders,
} from '@backstage/backend-defaults/urlReader';
import { mockServices } from '@backstage/backend-test-utils';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { startWikis, type Wikis } from '../__testUtils__/startWikis';
import { createWikiReader } from './createWikiReader';

jest.setTimeout(60_000);

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 255, 254, 10]);

let wikis: Wikis;
let reader: ReturnType<typeof createWikiReader>;
let workDir: string;
beforeAll(async () => {
  wikis = await startWikis({ hasToken: false });
  workDir = await fs.mkdtemp(path.join(os.tmpdir(), 'wikis-'));
  reader = createWikiReader({
    ...wikis,
    workDir,
    pluginId: 'techdocs',
    treeResponseFactory: factoryOf(workDir),
  });
});
afterAll(async () => {
  await wikis.stop();
  await fs.rm(workDir, { recursive: true });
});

/** Backstage's own, which it gives to readers alone. */
function factoryOf(workingDirectory: string): ReadTreeResponseFactory {
  let given: ReadTreeResponseFactory | undefined;
  UrlReaders.create({
    config: mockServices.rootConfig({
      data: { backend: { workingDirectory } },
    }),
    logger: mockServices.logger.mock(),
    factories: [
      ({ treeResponseFactory }) => {
        given = treeResponseFactory;
        return [];
      },
    ],
  });
  return given!;
}

const urlOf = (name: string) => `${wikis.sandbox.url}/acme/${name}/wiki`;
const read = (name: string, etag?: string) =>
  reader.reader.readTree(urlOf(name), { etag });

it('reads a private wiki as a site, in a request for its head and two for its files', async () => {
  const { vault } = wikis.sandbox;
  const head = await wikis.write(vault, {
    'Home.md': 'Hello [[Über uns]] ![logo](images/a%20b.png)',
    'Über-uns.md': '# Über uns',
    'images/a b.png': PNG,
    '_Sidebar.md': '* [[Wer wir sind|Über uns]]',
    '.hidden.md': 'x',
  });
  wikis.gitRequests();
  const tree = await read('vault');
  expect(tree.etag).toBe(head);
  expect(wikis.gitRequests()).toEqual([
    'GET /acme/vault.wiki.git/info/refs',
    'GET /acme/vault.wiki.git/info/refs',
    'POST /acme/vault.wiki.git/git-upload-pack',
  ]);
  const dir = await tree.dir();
  expect(await fs.readFile(path.join(dir, 'docs/index.md'), 'utf8')).toContain(
    'Hello [Über uns](%C3%9Cber-uns.md) ![logo](images/a%20b.png)',
  );
  expect(await fs.readFile(path.join(dir, 'docs/images/a b.png'))).toEqual(PNG);
  expect(await fs.readFile(path.join(dir, 'mkdocs.yml'), 'utf8')).toContain(
    'Wer wir sind: Über-uns.md',
  );
  expect((await fs.readdir(path.join(dir, 'docs'))).sort()).toEqual([
    'images',
    'index.md',
    'Über-uns.md',
  ]);
  // What git kept is gone.
  await fs.rm(dir, { recursive: true });
  expect(await fs.readdir(workDir)).toEqual([]);
});

it('asks once about a wiki that has not changed', async () => {
  const { shop } = wikis.sandbox;
  const head = await wikis.write(shop, { 'Home.md': 'One' });
  wikis.gitRequests();
  await expect(read('shop', head)).rejects.toMatchObject({
    name: 'NotModifiedError',
  });
  expect(wikis.gitRequests()).toEqual(['GET /acme/shop.wiki.git/info/refs']);

  await wikis.write(shop, { 'Home.md': 'Two' });
  const files = await (await read('shop', head)).files();
  const page = files.find(file => file.path === 'docs/index.md')!;
  expect(String(await page.content())).toContain('Two');
});

it('gives the files that are asked for, and an archive', async () => {
  await wikis.write(wikis.sandbox.shop, { 'Home.md': 'One' });
  const tree = await reader.reader.readTree(urlOf('shop'), {
    filter: file => file === 'mkdocs.yml',
  });
  expect((await tree.files()).map(file => file.path)).toEqual(['mkdocs.yml']);
  const again = await read('shop');
  expect(await again.archive()).toBeDefined();
});

it('leaves out what is no ordinary file, and every name that could lead elsewhere', async () => {
  const { shop } = wikis.sandbox;
  await wikis.write(shop, { 'Home.md': 'Home', 'odd/a:b.md': 'x' });
  const git = await wikis.sandbox.sandbox.git.open({ id: `${shop.id}.wiki` });
  const link = await git.writeObject({
    type: 'blob',
    data: Buffer.from('/etc/passwd'),
  });
  const ref = 'refs/heads/master';
  const before = (await git.readRef({ ref }))!.sha;
  const tree = await git.writeTree({
    base: before,
    entries: [{ path: 'Secret.md', mode: '120000', sha: link }],
  });
  const author = { name: 'O', email: 'o@acme.example', date: new Date(0) };
  const sha = await git.writeCommit({
    ...{ tree, parents: [before], message: 'Link' },
    ...{ author, committer: author },
  });
  await git.updateRef({ ref, sha, force: false });
  const files = await (await read('shop')).files();
  expect(files.map(file => file.path).sort()).toEqual([
    'docs/index.md',
    'mkdocs.yml',
  ]);
});

it('gets a token anew that GitHub does not take any more', async () => {
  await wikis.write(wikis.sandbox.vault, { 'Home.md': 'One' });
  await read('vault');
  const { state } = wikis.sandbox.sandbox;
  state.tokens
    .all()
    .filter(({ kind }) => kind === 'installation')
    .forEach(token => state.tokens.remove(token));
  expect((await read('vault')).etag).toMatch(/^[0-9a-f]{40}$/);
});

describe('errors say what to do', () => {
  it.each([
    ['missing', 'there is no such repository at'],
    ['empty', 'It has no pages yet: write the first one at'],
  ])('%s', async (name, expected) => {
    await expect(read(name)).rejects.toMatchObject({
      name: 'NotFoundError',
      message: expect.stringContaining(expected),
    });
  });

  it('switched off', async () => {
    const off = wikis.add('off', { 'README.md': 'x' });
    off.features.wiki = false;
    await expect(read('off')).rejects.toThrow(
      /The wiki of acme\/off is switched off\. Switch it on in .*\/acme\/off\/settings/,
    );
  });

  it('no page', async () => {
    const bare = wikis.add('bare', { 'README.md': 'x' });
    await wikis.write(bare, { 'a.png': PNG });
    await expect(read('bare')).rejects.toThrow(
      /acme\/bare has files but no page\. Write one at/,
    );
  });

  it('a page of a wiki, or one file of it', async () => {
    await expect(
      reader.reader.readTree(`${urlOf('shop')}/Home`),
    ).rejects.toThrow(`Name the wiki itself: ${urlOf('shop')}`);
    await expect(reader.reader.readUrl(urlOf('shop'))).rejects.toThrow(
      'a wiki is read as a whole',
    );
  });

  it('GitHub answers errors; the token is not told', async () => {
    wikis.sandbox.sandbox.faults.set({ badGatewayEvery: 1 });
    const error: Error = await read('shop').catch(caught => caught);
    wikis.sandbox.sandbox.faults.clear();
    expect(error.message).toMatch(/^The wiki of acme\/shop could not be read/);
    expect(JSON.stringify(error) + error.stack).not.toMatch(/ghs_|eC1hY2Nlc3M/);
  });
});

it('reads wikis of its hosts alone', () => {
  const { predicate } = reader;
  expect(predicate(new URL(urlOf('shop')))).toBe(true);
  expect(predicate(new URL('https://elsewhere.test/a/b/wiki'))).toBe(false);
  expect(predicate(new URL(`${wikis.sandbox.url}/acme/shop`))).toBe(false);
});
