import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { openSandbox } from './openSandbox';

jest.setTimeout(60_000);

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'open-'));
const seed = path.join(folder, 'acme');
const directory = path.join(folder, 'data');
const errors: unknown[] = [];

beforeAll(() => {
  fs.mkdirSync(path.join(seed, 'repositories', 'shop'), { recursive: true });
  fs.writeFileSync(path.join(seed, 'repositories/shop/README.md'), '# Shop\n');
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

async function open(more: { port?: number } = {}) {
  const opened = await openSandbox({
    port: 0,
    directory,
    seed,
    onError: error => errors.push(error),
    ...more,
  });
  if (opened.outcome !== 'opened') throw new Error(opened.outcome);
  const { url, sandbox, stop } = opened.running;
  return { ...opened, url, sandbox, stop };
}

it('begins with the seed and goes on where it ended', async () => {
  const first = await open();
  expect(first.origin).toBe('seeded');
  const { sandbox } = first;
  const [repository] = sandbox.state.repositories.all();
  repository.description = 'Changed';
  await first.stop();

  const second = await open();
  expect(second.origin).toBe('kept');
  const [kept] = second.sandbox.state.repositories.all();
  expect(kept).toMatchObject({ id: repository.id, description: 'Changed' });
  expect(second.sandbox.nextId()).toBeGreaterThan(repository.id);
  const git = await second.sandbox.git.open({ id: String(kept.id) });
  expect(
    await git.entryAt({ commit: 'main', path: 'README.md' }),
  ).toBeDefined();
  await second.stop();
  expect(errors).toEqual([]);
});

it('begins anew beside a state that it cannot read, and keeps that', async () => {
  fs.writeFileSync(path.join(directory, 'state.json'), '{"version": 0}');
  const opened = await open();
  expect(opened.origin).toBe('seeded');
  expect(opened.discarded).toEqual({
    cause: 'another version has written it',
    keptIn: path.join(directory, 'before'),
  });
  await opened.stop();
  const aside = path.join(directory, 'before', 'state.json');
  expect(fs.readFileSync(aside, 'utf8')).toBe('{"version": 0}');
});

it('keeps what it kept before, whatever happens after', async () => {
  // As an interrupted start leaves it: repositories without a state.
  fs.rmSync(path.join(directory, 'state.json'));
  const half = path.join(directory, 'repositories', 'half.git');
  fs.mkdirSync(half);
  const opened = await open();
  expect(opened.discarded).toBeUndefined();
  await opened.stop();
  expect(fs.existsSync(half)).toBe(false);
  const state = path.join(directory, 'before', 'state.json');
  expect(fs.readFileSync(state, 'utf8')).toBe('{"version": 0}');

  fs.writeFileSync(path.join(directory, 'state.json'), 'broken');
  const again = await open();
  await again.stop();
  expect(again.discarded?.keptIn).toBe(path.join(directory, 'before-2'));
  expect(fs.readFileSync(state, 'utf8')).toBe('{"version": 0}');
});

it('saves although one repository cannot be written', async () => {
  const data = path.join(folder, 'unwritable');
  const two = path.join(folder, 'two');
  for (const name of ['one', 'other']) {
    fs.mkdirSync(path.join(two, 'repositories', name), { recursive: true });
  }
  const opened = await openSandbox({
    port: 0,
    directory: data,
    seed: two,
    onError: error => errors.push(error),
  });
  if (opened.outcome !== 'opened') throw new Error(opened.outcome);
  const { sandbox, stop } = opened.running;
  // The first is being written, the other comes after it.
  sandbox.git.open = async () => {
    throw new Error('disk full');
  };
  await stop();
  expect(errors.splice(0)).toContainEqual(new Error('disk full'));
  expect(fs.existsSync(path.join(data, 'state.json'))).toBe(true);
});

it('keeps its state for its owner alone', () => {
  const { mode } = fs.statSync(path.join(directory, 'state.json'));
  expect(mode % 0o1000).toBe(0o600);
});

it('begins with no folder that is not there', async () => {
  const nowhere = path.join(folder, 'nowhere');
  const opened = await openSandbox({
    port: 0,
    directory,
    seed: nowhere,
    onError: error => errors.push(error),
  });
  expect(opened).toMatchObject({
    outcome: 'seedProblems',
    problems: [{ file: nowhere }],
  });
});

it('goes on with no state of another organisation', async () => {
  const other = path.join(folder, 'other');
  fs.mkdirSync(path.join(other, 'repositories', 'shop'), { recursive: true });
  const opened = await openSandbox({
    port: 0,
    directory,
    seed: other,
    onError: error => errors.push(error),
  });
  expect(opened).toEqual({ outcome: 'otherSeed', organisation: 'other' });
});

it('goes on with the time that it was moved to', async () => {
  const first = await open();
  first.sandbox.clock.advance({ ms: 3_600_000 });
  await first.stop();
  const second = await open();
  const ahead = second.sandbox.clock.now().getTime() - Date.now();
  await second.stop();
  expect(ahead).toBeGreaterThan(3_500_000);
});

it('says that the port is taken', async () => {
  const server = net.createServer().listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  const { port } = server.address() as net.AddressInfo;
  await expect(open({ port })).rejects.toThrow('portInUse');
  server.close();
});
