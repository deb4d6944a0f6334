import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { doctorKeyFile, keepDoctorKey, readDoctorKey } from './doctorKey';

let data: string;
beforeEach(() => {
  data = fs.mkdtempSync(path.join(os.tmpdir(), 'callboard-doctor-'));
});
afterEach(() => fs.rmSync(data, { recursive: true, force: true }));

it('is made once, random, for its owner alone', () => {
  const key = keepDoctorKey(data);
  expect(key).toMatch(/^[0-9a-f]{64}$/);
  expect(keepDoctorKey(data)).toBe(key);
  expect(readDoctorKey(data)).toEqual({ outcome: 'read', key });
  expect(fs.statSync(doctorKeyFile(data)).mode % 0o1000).toBe(0o600);
  expect(fs.statSync(path.dirname(doctorKeyFile(data))).mode % 0o1000).toBe(
    0o700,
  );
  expect(fs.readdirSync(path.dirname(doctorKeyFile(data)))).toEqual(['doctor']);

  const other = fs.mkdtempSync(path.join(os.tmpdir(), 'callboard-doctor-'));
  expect(keepDoctorKey(other)).not.toBe(key);
  fs.rmSync(other, { recursive: true });
});

it('is not made by reading', () => {
  expect(readDoctorKey(data)).toEqual({ outcome: 'none' });
  expect(fs.readdirSync(data)).toEqual([]);
});

it('is replaced where it is damaged', () => {
  fs.mkdirSync(path.dirname(doctorKeyFile(data)));
  fs.writeFileSync(doctorKeyFile(data), 'half a ke');
  expect(readDoctorKey(data)).toEqual({
    outcome: 'unusable',
    reason: `${doctorKeyFile(data)} does not hold a key`,
  });
  expect(readDoctorKey(data)).not.toHaveProperty('key');
  expect(keepDoctorKey(data)).toMatch(/^[0-9a-f]{64}$/);
});

it('says why it cannot be read', () => {
  fs.mkdirSync(doctorKeyFile(data), { recursive: true });
  expect(readDoctorKey(data)).toEqual({
    outcome: 'unusable',
    reason: expect.stringContaining('EISDIR'),
  });
});
