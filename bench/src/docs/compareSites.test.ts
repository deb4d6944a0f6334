import fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { compareSites } from './compareSites';

let root: string;
beforeEach(() => {
  root = fs.mkdtempSync(path.join(tmpdir(), 'compare-'));
});
afterEach(() => fs.rmSync(root, { recursive: true, force: true }));

const site = (name: string, pages: Record<string, string>) => {
  for (const [page, html] of Object.entries(pages)) {
    fs.mkdirSync(path.join(root, name, page), { recursive: true });
    fs.writeFileSync(path.join(root, name, page, 'index.html'), html);
  }
  return path.join(root, name);
};

it('takes sites with the same pages and headings for the same', async () => {
  const stock = site('a', { '.': '<h1 id="x">X</h1>', b: '<h2 id="y">' });
  const callboard = site('b', { '.': '<h1 id="x"><b>', b: '<h2 id="y">' });
  await expect(
    compareSites({ stock, callboard, pages: 2 }),
  ).resolves.toBeUndefined();
});

it.each([
  ['a page is missing', { '.': '<h1 id="x">X</h1>' }],
  ['a heading is missing', { '.': '<h1 id="x">', b: '<h2>' }],
])('notices when %s', async (_, pages) => {
  const stock = site('a', { '.': '<h1 id="x">X</h1>', b: '<h2 id="y">' });
  await expect(
    compareSites({ stock, callboard: site('b', pages), pages: 2 }),
  ).rejects.toMatchObject({ name: 'BenchError' });
});
