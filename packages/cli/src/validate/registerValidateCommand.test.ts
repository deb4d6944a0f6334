import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { registerValidateCommand } from './registerValidateCommand';
import { validatePaths } from './validatePaths';

let root: string;
const before = process.exitCode;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'validate-'));
});

afterEach(() => {
  process.exitCode = before;
  rmSync(root, { recursive: true, force: true });
});

async function run(...args: string[]) {
  let out = '';
  let err = '';
  const program = new Command('callboard').exitOverride();
  registerValidateCommand(program, {
    out: text => {
      out += text;
    },
    err: text => {
      err += text;
    },
    load: async () => ({ validatePaths }),
  });
  process.exitCode = undefined;
  await program.parseAsync(['validate', ...args], { from: 'user' });
  return { out, err, status: process.exitCode };
}

const GOOD = `apiVersion: backstage.io/v1alpha1
kind: System
metadata: { name: shop }
spec: { owner: team }
`;

it('exits with 0 and a summary when all is well', async () => {
  writeFileSync(join(root, 'good.yaml'), GOOD);
  const { out, status } = await run(root);
  expect(status).toBe(0);
  expect(out).toBe('1 file, 1 entity: 0 errors, 0 warnings.\n');
});

it('exits with 1 and says file, line, entity, cause and remedy', async () => {
  const file = join(root, 'bad.yaml');
  writeFileSync(file, GOOD.replace('owner: team', 'owner: 7'));
  const { out, status } = await run(file);
  expect(status).toBe(1);
  expect(out).toContain(`${file}:4:16  error  system:default/shop`);
  expect(out).toContain('spec.owner must be a string, but is 7.');
  expect(out).toContain('> Put quotes around it: "7".');
  expect(out).toContain('1 file, 1 entity: 1 error, 0 warnings.');
});

it('prints the report as JSON', async () => {
  const file = join(root, 'bad.yaml');
  writeFileSync(file, 'kind: System\n');
  const { out, status } = await run('--json', file);
  expect(status).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    ok: false,
    files: 1,
    problems: [
      { rule: 'envelope', line: 1 },
      { rule: 'envelope', line: 1 },
    ],
  });
});

it('exits with 2 when a path does not exist', async () => {
  const { err, out, status } = await run(join(root, 'nope.yaml'));
  expect(status).toBe(2);
  expect(out).toBe('');
  expect(err).toContain('No such file or folder');
});

it('explains in its help which files are taken, with an example', () => {
  let help = '';
  const program = new Command('callboard').exitOverride();
  registerValidateCommand(program).configureOutput({
    writeOut: text => {
      help += text;
    },
  });
  expect(() =>
    program.parse(['validate', '--help'], { from: 'user' }),
  ).toThrow();
  expect(help).toContain('catalog-info.yaml');
  expect(help).toContain('$ callboard validate .');
});
