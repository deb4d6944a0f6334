import { git, fsck } from '../git/__testUtils__/runClient';
import { issueToken } from '../access/issueToken';
import { stopCleanly } from '../testing/stopCleanly';
import { startGitTest } from './__testUtils__/startGitTest';

let test: Awaited<ReturnType<typeof startGitTest>>;

beforeEach(async () => {
  test = await startGitTest();
});
afterEach(() => stopCleanly(test));

describe('pushing', () => {
  it('shows in REST at once, and tells of it', async () => {
    const clone = await test.clone({ repository: 'acme/shop', as: 'mel' });
    const sha = await test.commit({ clone, file: 'a/b.txt', content: 'b\n' });
    await git(clone, 'push', '-q');

    const answer = await test.call('GET /repos/acme/shop/contents/a/b.txt');
    expect(answer.body).toMatchObject({ path: 'a/b.txt', size: 2 });
    const branch = await test.call('GET /repos/acme/shop/branches/main');
    expect(branch.body.commit.sha).toBe(sha);
    await test.sandbox.settled();
    expect(test.events).toEqual([
      expect.objectContaining({
        name: 'push',
        ref: 'refs/heads/main',
        after: sha,
        forced: false,
        sender: expect.objectContaining({ login: 'mel' }),
      }),
    ]);
    expect(
      test.sandbox.requests
        .all()
        .filter(({ route }) => route === 'git-receive-pack'),
    ).not.toEqual([]);
  });

  it('sees what REST has written', async () => {
    const clone = await test.clone({ repository: 'acme/shop', as: 'mel' });
    await test.call('PUT /repos/acme/shop/contents/rest.txt', {
      as: 'mel',
      body: { message: 'By REST', content: 'cmVzdAo=' },
    });
    await git(clone, 'pull', '-q');
    expect(await git(clone, 'show', 'HEAD:rest.txt')).toBe('rest');
    const { directory } = await test.sandbox.git.open({
      id: String(test.shop.id),
    });
    expect(await fsck(directory)).toBe('');
  });

  it('takes forced pushes, tags and deletions', async () => {
    const clone = await test.clone({ repository: 'acme/shop', as: 'mel' });
    await git(clone, 'checkout', '-q', '-b', 'feature/x');
    await test.commit({ clone, file: 'x', content: '1' });
    await git(clone, 'push', '-q', 'origin', 'feature/x');
    await git(clone, 'commit', '-q', '--amend', '-m', 'Other');
    await git(clone, 'push', '-q', '--force', 'origin', 'feature/x');
    await git(clone, 'tag', '-a', 'v1', '-m', 'One');
    await git(clone, 'push', '-q', 'origin', 'v1');
    await git(clone, 'push', '-q', 'origin', ':feature/x');
    await test.sandbox.settled();
    expect(
      test.events.map(event => [
        event.name,
        'ref' in event && event.ref,
        event.name === 'push' && event.forced,
      ]),
    ).toEqual([
      ['create', 'feature/x', false],
      ['push', 'refs/heads/feature/x', false],
      ['push', 'refs/heads/feature/x', true],
      ['create', 'v1', false],
      ['push', 'refs/tags/v1', false],
      ['delete', 'feature/x', false],
      ['push', 'refs/heads/feature/x', false],
    ]);
    const tags = await test.call('GET /repos/acme/shop/tags');
    expect(tags.body).toEqual([expect.objectContaining({ name: 'v1' })]);
  });

  it('takes a large push, which git sends in parts', async () => {
    const clone = await test.clone({ repository: 'acme/shop', as: 'mel' });
    const content = Array.from({ length: 300_000 }, (_, i) => i * 7919).join(
      ' ',
    );
    await test.commit({ clone, file: 'large.txt', content });
    await git(clone, '-c', 'http.postBuffer=65536', 'push', '-q');
    const answer = await test.call('GET /repos/acme/shop/contents/large.txt');
    expect(answer.body).toMatchObject({
      size: content.length,
      encoding: 'none',
    });
  });

  it('makes the first branch of an empty repository its default branch', async () => {
    const clone = await test.clone({ repository: 'acme/empty', as: 'olivia' });
    await git(clone, 'checkout', '-q', '-b', 'trunk');
    await test.commit({ clone, file: 'README.md', content: '# Empty' });
    await git(clone, 'push', '-q', 'origin', 'trunk');
    const { body } = await test.call('GET /repos/acme/empty');
    expect(body).toMatchObject({ default_branch: 'trunk' });
    expect(body.size).toBeGreaterThan(0);
    const again = await test.clone({ repository: 'acme/empty' });
    expect(await git(again, 'rev-parse', '--abbrev-ref', 'HEAD')).toBe('trunk');
  });

  it('does so also where a tag has come first', async () => {
    const clone = await test.clone({ repository: 'acme/empty', as: 'olivia' });
    await git(clone, 'checkout', '-q', '-b', 'trunk');
    await test.commit({ clone, file: 'a', content: '1' });
    await git(clone, 'tag', 'v1');
    await git(clone, 'push', '-q', 'origin', 'v1');
    await git(clone, 'push', '-q', 'origin', 'trunk');
    const { body } = await test.call('GET /repos/acme/empty');
    expect(body.default_branch).toBe('trunk');
  });

  it('asks for a credential also for a public repository', async () => {
    const answer = await fetch(
      `${test.url}/acme/shop.git/info/refs?service=git-receive-pack`,
    );
    expect(answer.status).toBe(401);
  });

  it('is denied to people without the role', async () => {
    const clone = await test.clone({ repository: 'acme/shop', as: 'oscar' });
    await test.commit({ clone, file: 'x', content: '1' });
    const { code, errors } = await test.run(clone, 'push');
    expect(code).not.toBe(0);
    expect(errors).toContain('Permission to acme/shop.git denied to oscar.');
  });

  it('is refused by an archived repository', async () => {
    const clone = await test.clone({ repository: 'acme/shop', as: 'mel' });
    await test.commit({ clone, file: 'x', content: '1' });
    test.shop.archived = true;
    const { errors } = await test.run(clone, 'push');
    expect(errors).toContain(
      'This repository was archived so it is read-only.',
    );
  });

  it('takes an installation token, as the bot of the App', async () => {
    const { secret } = issueToken({
      sandbox: test.sandbox,
      kind: 'installation',
      values: {
        installationId: test.installation.id,
        permissions: { contents: 'write', metadata: 'read' },
      },
    });
    const clone = await test.clone({ repository: 'acme/shop', as: secret });
    await test.commit({ clone, file: 'x', content: '1' });
    await git(clone, 'push', '-q');
    await test.sandbox.settled();
    expect(test.events[0].sender.login).toBe('portal[bot]');
  });
});

describe('what a push may change', () => {
  const WORKFLOW = '.github/workflows/ci.yml';

  it('needs the scope workflow for workflows', async () => {
    const as = test.tokenOf(['repo']);
    const clone = await test.clone({ repository: 'acme/shop', as });
    await test.commit({ clone, file: WORKFLOW, content: 'on: push\n' });
    const { errors } = await test.run(clone, 'push');
    expect(errors).toContain(
      `refusing to allow a Personal Access Token to create or update workflow \`${WORKFLOW}\` without \`workflow\` scope`,
    );
    await git(
      clone,
      'push',
      '-q',
      test.remote({ repository: 'acme/shop', as: 'mel' }),
      'main',
    );
    // It is known now, so that a branch may carry it on.
    await git(clone, 'push', '-q', 'origin', 'main:refs/heads/other');
    expect(test.events).not.toEqual([]);
  });

  it('keeps to the protection of a branch', async () => {
    test.shop.branchProtection.main = {
      required_pull_request_reviews: {},
      enforce_admins: { enabled: false },
    };
    const clone = await test.clone({ repository: 'acme/shop', as: 'mel' });
    await test.commit({ clone, file: 'x', content: '1' });
    const { errors } = await test.run(clone, 'push');
    expect(errors).toContain(
      'remote: error: GH006: Protected branch update failed for refs/heads/main.',
    );
    expect(errors).toContain('- Changes must be made through a pull request.');
    expect(errors).toContain('(protected branch hook declined)');
    expect(test.events).toEqual([]);
    // Administrators are not held to it.
    await git(
      clone,
      'push',
      '-q',
      test.remote({ repository: 'acme/shop', as: 'olivia' }),
      'main',
    );
  });

  it('keeps to rulesets', async () => {
    test.shop.rulesets.push({
      id: 1,
      target: 'branch',
      enforcement: 'active',
      conditions: { ref_name: { include: ['~DEFAULT_BRANCH'], exclude: [] } },
      rules: [{ type: 'non_fast_forward' }],
    });
    const clone = await test.clone({ repository: 'acme/shop', as: 'olivia' });
    await git(clone, 'commit', '-q', '--amend', '-m', 'Other');
    const { errors } = await test.run(clone, 'push', '--force');
    expect(errors).toContain(
      'GH013: Repository rule violations found for refs/heads/main.',
    );
    expect(errors).toContain('push declined due to repository rule violations');
  });

  it('does not touch pull request refs or delete the default branch', async () => {
    const clone = await test.clone({ repository: 'acme/shop', as: 'olivia' });
    const hidden = await test.run(
      clone,
      'push',
      'origin',
      'main:refs/pull/1/head',
    );
    expect(hidden.errors).toContain('deny updating a hidden ref');
    const main = await test.run(clone, 'push', 'origin', ':main');
    expect(main.errors).toContain(
      'refusing to delete the current branch: refs/heads/main',
    );
  });
});
