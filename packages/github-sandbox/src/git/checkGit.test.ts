import { createTestHost } from './__testUtils__/createTestHost';
import { checkGit, judgeGitVersion } from './checkGit';
import { runGit } from './process/runGit';

describe('checkGit', () => {
  const { PATH } = process.env;
  afterEach(() => {
    process.env.PATH = PATH;
  });

  it('finds git', async () => {
    expect(await checkGit()).toMatchObject({ outcome: 'ok' });
  });

  it('says what to do without git', async () => {
    process.env.PATH = '/nowhere';
    const message =
      'git was not found. Install git 2.38 or newer and put it on the PATH.';
    expect(await checkGit()).toEqual({ outcome: 'missing', message });
    const test = await createTestHost();
    test.host.create({ id: '1', defaultBranch: 'main' });
    const repository = await test.host.open({ id: '1' });
    const stream = repository.advertise({ service: 'git-upload-pack' });
    await expect(stream.toArray()).rejects.toThrow(message);
    await test.remove();
  });

  it.each([
    ['git version 2.38.0', 'ok'],
    ['git version 2.47.1.windows.2', 'ok'],
    ['git version 2.50.1 (Apple Git-155)', 'ok'],
    ['git version 3.0.0', 'ok'],
    ['git version 2.37.9', 'tooOld'],
    ['git version 1.99.0', 'tooOld'],
    ['something else', 'tooOld'],
  ])('judges %j', (text, outcome) => {
    expect(judgeGitVersion(text)).toMatchObject({ outcome });
  });
});

describe('runGit', () => {
  it('reads nothing of the configuration of the machine or the person', async () => {
    const before = process.env.GIT_CONFIG_PARAMETERS;
    process.env.GIT_CONFIG_PARAMETERS = "'user.name=Somebody'";
    const { stdout } = await runGit({
      args: ['config', '--list', '--show-scope'],
      // No repository: where the tests run there may be one.
      directory: '/nowhere',
    });
    process.env.GIT_CONFIG_PARAMETERS = before ?? '';
    const scopes = new Set(
      stdout
        .toString()
        .trim()
        .split('\n')
        .map(line => line.split('\t')[0]),
    );
    expect(scopes).toEqual(new Set(['command']));
    expect(stdout.toString()).not.toContain('Somebody');
  });

  it('runs many at once and all of them', async () => {
    const results = await Promise.all(
      Array.from({ length: 30 }, () => runGit({ args: ['--version'] })),
    );
    expect(results.every(({ code }) => code === 0)).toBe(true);
  });

  it('says what git said when it fails', async () => {
    await expect(runGit({ args: ['nonsense'] })).rejects.toThrow(
      "git nonsense ended with 1: git: 'nonsense' is not a git command",
    );
  });
});
