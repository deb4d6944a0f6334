import { randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fingerprint } from './fingerprint';
import {
  packWorkspace,
  removeStepFolders,
  unpackWorkspace,
} from './packWorkspace';
import { refuseLinks } from './refuseLinks';

let folder: string;
let from: string;
let to: string;
beforeEach(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'workspace-'));
  from = path.join(folder, 'from');
  to = path.join(folder, 'to');
  await fs.mkdir(path.join(from, 'a/b'), { recursive: true });
});
afterEach(() => fs.rm(folder, { recursive: true, force: true }));

it('brings files, modes, empty folders and links within back, and nothing else', async () => {
  await fs.writeFile(path.join(from, 'a/-x'), 'text', { mode: 0o755 });
  await fs.writeFile(path.join(from, '.hidden'), '');
  await fs.writeFile(path.join(from, '@odd'), 'odd');
  await fs.symlink('../-x', path.join(from, 'a/b/link'));
  await fs.mkdir(path.join(from, 'empty'));
  await fs.mkdir(to);
  await fs.writeFile(path.join(to, 'half-done'), 'of a killed step');
  await unpackWorkspace({
    path: to,
    archive: await packWorkspace({ path: from }),
  });
  expect((await fs.readdir(to, { recursive: true })).sort()).toEqual(
    (await fs.readdir(from, { recursive: true })).sort(),
  );
  expect((await fs.stat(path.join(to, 'a/-x'))).mode % 0o1000).toBe(0o755);
  expect(await fs.readFile(path.join(to, 'a/b/link'), 'utf8')).toBe('text');
});

it('makes an empty folder of nothing, and of an empty one', async () => {
  await unpackWorkspace({ path: to });
  expect(await fs.readdir(to)).toEqual([]);
  await unpackWorkspace({
    path: from,
    archive: await packWorkspace({ path: to }),
  });
  expect(await fs.readdir(from)).toEqual([]);
});

it('says how large files are that are too large', async () => {
  await fs.writeFile(path.join(from, 'large'), randomBytes(3 * 1024 * 1024));
  await expect(
    packWorkspace({ path: from, limitBytes: 1024 * 1024 }),
  ).rejects.toThrow(
    'The files of this run take 3.0 MB (compressed), of which at most 1.0 MB are kept',
  );
});

it('fails, rather than hangs, when files cannot be read', async () => {
  await expect(
    packWorkspace({ path: path.join(folder, 'none') }),
  ).rejects.toThrow('ENOENT');
  await expect(
    unpackWorkspace({ path: to, archive: Buffer.from('no archive') }),
  ).rejects.toThrow();
});

it('has another fingerprint after any change', async () => {
  const before = await fingerprint(from);
  expect(await fingerprint(from)).toBe(before);
  const file = path.join(from, 'a/file');
  await fs.writeFile(file, '1');
  const first = await fingerprint(from);
  await fs.chmod(file, 0o600);
  const second = await fingerprint(from);
  await fs.rename(file, path.join(from, 'a/other'));
  const third = await fingerprint(from);
  expect(new Set([before, first, second, third]).size).toBe(4);
});

it('removes the temporary folders of the run alone', async () => {
  for (const name of ['run_step-a-xyz', 'run2_step-a-xyz', 'run']) {
    await fs.mkdir(path.join(folder, name));
  }
  await removeStepFolders({ path: path.join(folder, 'run') });
  expect((await fs.readdir(folder)).sort()).toEqual([
    ...['from', 'run', 'run2_step-a-xyz'],
  ]);
});

describe('attack case 23: links in the files of a run', () => {
  const link = (target: string) =>
    fs.symlink(target, path.join(from, 'a/link'));

  it.each([
    ['out of the files', '/etc/passwd'],
    ['out of the files', '../../outside'],
    ['to nothing', 'nowhere'],
    ['round in a circle', 'link'],
  ])('refuses one that leads %s: %s', async (where, target) => {
    await fs.writeFile(path.join(folder, 'outside'), 'a secret');
    await link(target);
    await expect(refuseLinks({ path: from })).rejects.toThrow(
      `The file "a/link" is a symbolic link that leads ${where}`,
    );
  });

  it('refuses a chain of which only the last leads out', async () => {
    await fs.symlink('/', path.join(from, 'a/b/root'));
    await link('b/root/etc');
    await expect(refuseLinks({ path: from })).rejects.toThrow('leads out');
  });

  it('lets one pass that stays within', async () => {
    await link('../a/b');
    await expect(refuseLinks({ path: from })).resolves.toBeUndefined();
  });
});
