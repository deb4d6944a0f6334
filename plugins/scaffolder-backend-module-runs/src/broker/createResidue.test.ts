import { randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createResidue } from './createResidue';

const values = ['first-secret', 'word-of-pass', 'unsaid-token'];

it('finds the secrets that are left, also encoded, and keeps what is known', () => {
  const residue = createResidue({ values, known: ['from before'] });
  residue.addFrom({ steps: { one: { output: { a: 'no secret' } } } });
  expect(residue.values()).toEqual(['from before']);
  residue.addFrom({
    steps: { one: { output: [Buffer.from(values[1]).toString('base64')] } },
  });
  expect(residue.values()).toEqual(['from before', 'word-of-pass']);
});

it('finds them in files of any size', async () => {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'residue-'));
  try {
    await fs.mkdir(path.join(folder, 'a'));
    await fs.writeFile(path.join(folder, 'a/small'), `x=${values[0]}`);
    const large = Buffer.concat([randomBytes(300_000), Buffer.from(values[2])]);
    await fs.writeFile(path.join(folder, 'large'), large);
    const residue = createResidue({ values, known: [] });
    expect(await residue.addFromFiles(folder)).toBe(true);
    expect(residue.values().sort()).toEqual(['first-secret', 'unsaid-token']);
    expect(await residue.addFromFiles(folder)).toBe(false);
  } finally {
    await fs.rm(folder, { recursive: true });
  }
});
