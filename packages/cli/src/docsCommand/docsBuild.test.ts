import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Command } from 'commander';
import { loadBuilder } from './loadBuilder';
import { registerDocsCommand } from './registerDocsCommand';

// Loading the builder takes its time on a busy machine.
jest.setTimeout(60_000);

let root: string;
const before = process.exitCode;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'docs-build-'));
  mkdirSync(path.join(root, 'repo/docs'), { recursive: true });
  writeFileSync(path.join(root, 'repo/docs/index.md'), '# Start\n');
});
afterEach(() => {
  process.exitCode = before;
  rmSync(root, { recursive: true, force: true });
});

async function run(folder: string, output: string, ...rest: string[]) {
  let out = '';
  let err = '';
  const program = new Command('callboard').exitOverride();
  registerDocsCommand(program, {
    out: text => {
      out += text;
    },
    err: text => {
      err += text;
    },
    load: loadBuilder,
  });
  process.exitCode = undefined;
  const [from, to] = [path.join(root, folder), path.join(root, output)];
  const args = ['docs', 'build', from, '--output', to, ...rest];
  await program.parseAsync(args, { from: 'user' });
  return { out, err, status: process.exitCode };
}

it('builds a site, and replaces it by the next', async () => {
  writeFileSync(path.join(root, 'repo/docs/old.md'), '# Old\n');
  const first = await run('repo', 'site');
  expect(first).toMatchObject({
    out: `2 pages and 0 other files in ${path.join(root, 'site')}\n`,
    err: expect.stringContaining('Rendered 2 of 2 pages\n'),
    status: 0,
  });
  rmSync(path.join(root, 'repo/docs/old.md'));
  expect((await run('repo', 'site')).status).toBe(0);
  const page = readFileSync(path.join(root, 'site/index.html'), 'utf8');
  expect(page).toContain('Start');
  expect(existsSync(path.join(root, 'site/old'))).toBe(false);
  expect(readdirSync(root).sort()).toEqual(['repo', 'site']);
});

it('says what is ignored, and fails for it when it is to be strict', async () => {
  writeFileSync(path.join(root, 'repo/mkdocs.yml'), 'hooks: [x.py]\n');
  const message =
    'mkdocs.yml: ignored keys that are not supported or would run code: hooks';
  const relaxed = await run('repo', 'site');
  expect(relaxed.status).toBe(0);
  expect(relaxed.out).toContain(`  ${message}\n`);
  const strict = await run('repo', 'site', '--strict', '--json');
  expect(strict.status).toBe(1);
  expect(JSON.parse(strict.out)).toEqual({
    ...{ pages: 1, assets: 0, messages: [message] },
  });
});

it('says why there is no site, and keeps the earlier one', async () => {
  await run('repo', 'site');
  rmSync(path.join(root, 'repo/docs/index.md'));
  const failed = await run('repo', 'site');
  expect(failed.status).toBe(1);
  expect(failed.err).toContain("There is no Markdown in 'docs'");
  expect(existsSync(path.join(root, 'site/index.html'))).toBe(true);
});

it('refuses folders that it would do harm to', async () => {
  mkdirSync(path.join(root, 'mine'));
  writeFileSync(path.join(root, 'mine/letter.txt'), 'x');
  for (const [folder, output, reason] of [
    ['nope', 'site', 'is not a folder'],
    ['repo', 'repo', 'must not be the folder of the sources'],
    ['repo', '.', 'must not be the folder of the sources'],
    ['repo', 'mine', 'new, empty, or an earlier build'],
    ['repo', 'no/site', 'make it first'],
  ]) {
    const { err, status } = await run(folder, output);
    expect(err).toContain(reason);
    expect(status).toBe(2);
  }
  expect(existsSync(path.join(root, 'mine/letter.txt'))).toBe(true);
});
