import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '..', '..', '..');
const LINK = /!?\[[^\]]*\]\(([^)\s]+)\)/g;

/** The project's own pages; those of the examples are checked when their site is built. */
const pages = execFileSync('git', ['ls-files', '*.md'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter(file => file && !file.startsWith('examples/repositories/'))
  .filter(file => !file.startsWith('bench/stock/'))
  .filter(file => fs.existsSync(path.join(root, file)));

describe('the documentation', () => {
  it('links only to files that are there', () => {
    const broken = pages.flatMap(page => {
      const text = fs
        .readFileSync(path.join(root, page), 'utf8')
        .replace(/```[\s\S]*?```|`[^`\n]*`/g, '');
      return [...text.matchAll(LINK)]
        .map(([, target]) => target.split('#')[0])
        .filter(target => target && !/^[a-z]+:/i.test(target))
        .filter(
          target => !fs.existsSync(path.join(root, path.dirname(page), target)),
        )
        .map(target => `${page}: ${target}`);
    });
    expect(broken).toEqual([]);
    expect(pages.length).toBeGreaterThan(20);
  });
});
