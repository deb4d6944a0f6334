import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { withFileLock } from './withFileLock';

let folder: string;
let file: string;
let lock: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lock-'));
  file = path.join(folder, 'credentials.json');
  lock = `${file}.lock`;
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

/** As a process leaves it that ended. */
function leaveLock() {
  fs.writeFileSync(lock, 'of a process that ended');
  const before = new Date(Date.now() - 60_000);
  fs.utimesSync(lock, before, before);
}

it('lets one after the other in, also after one that ended', async () => {
  leaveLock();
  let inside = 0;
  let most = 0;
  await Promise.all(
    Array.from({ length: 12 }, () =>
      withFileLock(file, async () => {
        inside += 1;
        most = Math.max(most, inside);
        await setTimeout(5);
        inside -= 1;
      }),
    ),
  );
  expect(most).toBe(1);
  expect(fs.readdirSync(folder)).toEqual([]);
});

it('leaves the lock of whoever took it over', async () => {
  await withFileLock(file, async () => {
    fs.writeFileSync(lock, 'of another');
  });
  expect(fs.readFileSync(lock, 'utf8')).toBe('of another');
  expect(fs.readdirSync(folder)).toEqual(['credentials.json.lock']);
});

it('does not take over the lock that another has just taken in the place of an old one', async () => {
  leaveLock();
  const { rename } = fs.promises;
  const renaming = jest
    .spyOn(fs.promises, 'rename')
    .mockImplementationOnce(async (from, to) => {
      // Between looking and renaming.
      fs.writeFileSync(lock, 'of another');
      await rename(from, to);
    });
  const ran = jest.fn();
  const waiting = withFileLock(file, async () => ran());
  await setTimeout(100);
  expect(ran).not.toHaveBeenCalled();
  expect(fs.readFileSync(lock, 'utf8')).toBe('of another');
  fs.rmSync(lock);
  await waiting;
  expect(ran).toHaveBeenCalledTimes(1);
  renaming.mockRestore();
});

it('is given back after a failure', async () => {
  await expect(
    withFileLock(file, async () => {
      throw new Error('no space left');
    }),
  ).rejects.toThrow('no space left');
  expect(fs.readdirSync(folder)).toEqual([]);
});
