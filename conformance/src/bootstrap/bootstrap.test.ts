import fs from 'node:fs';
import path from 'node:path';

const lib = (name: string) =>
  // The bootstrap is plain JavaScript that runs before anything is installed.
  require(path.resolve(__dirname, '..', '..', '..', 'scripts', 'lib', name));

const { checkNode } = lib('checkNode.js');
const { installProblem } = lib('install.js');
const { fingerprint, isFresh, markFresh, markStale } = lib('fingerprint.js');
const { cacheDir } = lib('paths.js');

describe('the Node of the machine', () => {
  it.each(['18.12.0', '20.0.0', '24.21.0', '26.1.0'])('may be %s', version => {
    expect(() => checkNode(version)).not.toThrow();
  });

  it.each(['14.21.3', '16.20.2', '18.11.0'])('may not be %s', version => {
    expect(() => checkNode(version)).toThrow(
      expect.objectContaining({
        message: `Node ${version} is too old`,
        status: 78,
        remedy: expect.stringContaining('install a current Node'),
      }),
    );
  });
});

describe('a failed install', () => {
  it.each([
    ['ERR_PNPM_ENOSPC  ENOSPC: no space left on device', 'the disk is full'],
    [
      'getaddrinfo ENOTFOUND registry',
      'the package registry could not be reached',
    ],
    ['ERR_PNPM_OUTDATED_LOCKFILE', 'without the lockfile'],
    ['something else', 'could not be installed'],
  ])('%s is told in words, with what to do', (output, message) => {
    const problem = installProblem(`Progress: resolved 1\n${output}\n`);
    expect(problem.message).toContain(message);
    expect(problem.detail).toContain(output);
    expect(problem.remedy).toBeTruthy();
  });
});

describe('a step', () => {
  const name = 'test-step';
  afterEach(() => markStale(name));

  it('is fresh only while its inputs are what they were', () => {
    const folder = fs.mkdtempSync(path.join(cacheDir, 'inputs-'));
    const relative = path.relative(path.dirname(cacheDir), folder);
    fs.writeFileSync(path.join(folder, 'a.ts'), '1');
    const before = fingerprint([relative]);
    markFresh(name, before);
    expect(isFresh(name, fingerprint([relative]))).toBe(true);

    fs.writeFileSync(path.join(folder, 'a.ts'), '2');
    expect(isFresh(name, fingerprint([relative]))).toBe(false);
    fs.writeFileSync(path.join(folder, 'a.ts'), '1');
    expect(isFresh(name, fingerprint([relative]))).toBe(true);

    fs.writeFileSync(path.join(folder, 'b.ts'), '');
    expect(isFresh(name, fingerprint([relative]))).toBe(false);
    fs.rmSync(folder, { recursive: true });
  });

  it('that was interrupted runs again', () => {
    markFresh(name, 'value');
    markStale(name);
    expect(isFresh(name, 'value')).toBe(false);
  });
});
