import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { keepLocalKey, localKeyFile, readLocalKey } from './localKey';

let data: string;
let of: { data: string; user: 'doctor' };
beforeEach(() => {
  data = fs.mkdtempSync(path.join(os.tmpdir(), 'callboard-key-'));
  of = { data, user: 'doctor' };
});
afterEach(() => fs.rmSync(data, { recursive: true, force: true }));

it('is made once, random, for its owner alone', () => {
  const key = keepLocalKey(of);
  expect(key).toMatch(/^[0-9a-f]{64}$/);
  expect(keepLocalKey(of)).toBe(key);
  expect(readLocalKey(of)).toEqual({ outcome: 'read', key });
  expect(fs.statSync(localKeyFile(of)).mode % 0o1000).toBe(0o600);
  expect(fs.statSync(path.dirname(localKeyFile(of))).mode % 0o1000).toBe(0o700);
  expect(fs.readdirSync(path.dirname(localKeyFile(of)))).toEqual(['doctor']);

  const other = fs.mkdtempSync(path.join(os.tmpdir(), 'callboard-key-'));
  expect(keepLocalKey({ ...of, data: other })).not.toBe(key);
  fs.rmSync(other, { recursive: true });
});

it('is not made by reading', () => {
  expect(readLocalKey(of)).toEqual({ outcome: 'none' });
  expect(fs.readdirSync(data)).toEqual([]);
});

it('is replaced where it is damaged', () => {
  fs.mkdirSync(path.dirname(localKeyFile(of)));
  fs.writeFileSync(localKeyFile(of), 'half a ke');
  expect(readLocalKey(of)).toEqual({
    outcome: 'unusable',
    reason: `${localKeyFile(of)} does not hold a key`,
  });
  expect(readLocalKey(of)).not.toHaveProperty('key');
  expect(keepLocalKey(of)).toMatch(/^[0-9a-f]{64}$/);
});

it('says why it cannot be read', () => {
  fs.mkdirSync(localKeyFile(of), { recursive: true });
  expect(readLocalKey(of)).toEqual({
    outcome: 'unusable',
    reason: expect.stringContaining('EISDIR'),
  });
});
