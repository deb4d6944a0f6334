import fs from 'node:fs';
import { findRepository } from '../../core/names/findRepository';
import { openGit } from '../../repositories/openGit';
import { createBareSandbox, NOW } from '../__testUtils__/createBareSandbox';
import { shopSeed as seed } from '../__testUtils__/shopSeed';
import { checkSeed } from '../check/checkSeed';
import { filesOf } from '../filesOf';
import { applySeed } from './applySeed';

let bare: ReturnType<typeof createBareSandbox>;
beforeEach(() => {
  bare = createBareSandbox();
});
afterEach(() => bare.remove());

async function applied() {
  const { sandbox } = bare;
  const result = await applySeed({ sandbox, seed });
  if (result.outcome !== 'applied') throw new Error(result.outcome);
  const [repository] = result.repositories;
  return {
    ...result,
    sandbox,
    repository,
    git: await openGit({ sandbox, repository }),
    user: (login: string) => sandbox.state.users.first('login', login)!,
    numbered: (number: number) =>
      sandbox.state.issues.first('number', `${repository.id}#${number}`)!,
  };
}

describe('applySeed', () => {
  it('has a seed that nothing is wrong with', async () => {
    expect(await checkSeed({ seed })).toEqual([]);
  });

  it('adds the organisation, its people and its teams', async () => {
    const { organisation, user, sandbox } = await applied();
    expect(
      organisation.members.map(({ userId, role }) => [userId, role]),
    ).toEqual([
      [user('ada').id, 'admin'],
      [user('bob').id, 'member'],
    ]);
    const [all, web] = sandbox.state.teams.all();
    expect(web).toMatchObject({
      slug: 'web',
      name: 'The Web',
      parentId: all.id,
      members: [
        { userId: user('ada').id, role: 'maintainer' },
        { userId: user('bob').id, role: 'member' },
      ],
    });
  });

  it('adds the repository with who may do what', async () => {
    const { repository, user, sandbox } = await applied();
    expect(repository).toMatchObject({
      description: 'A shop',
      visibility: 'internal',
      createdAt: '2026-08-18T12:00:00Z',
      pushedAt: '2026-11-23T12:00:00Z',
      collaborators: [{ userId: user('out').id, permission: 'triage' }],
      lastIssueNumber: 3,
      environments: [{ name: 'production', reviewers: [{}, { type: 'Team' }] }],
      branchProtection: {
        main: {
          required_pull_request_reviews: { required_approving_review_count: 2 },
          required_status_checks: { checks: [{ context: 'test' }] },
        },
      },
    });
    expect(
      sandbox.state.teams.all().map(({ repositories }) => repositories),
    ).toEqual([
      [{ repositoryId: repository.id, permission: 'pull' }],
      [{ repositoryId: repository.id, permission: 'push' }],
    ]);
    expect(user('bob').starred).toEqual([repository.id]);
    expect(
      sandbox.state.labels
        .by('repository', repository.id)
        .filter(({ name }) => name === 'bug'),
    ).toEqual([expect.objectContaining({ color: '000000', default: false })]);
  });

  it('makes real commits, and leaves no marks of its own in the repository', async () => {
    const { git } = await applied();
    const log = await git.history({ from: 'main' });
    expect(log.map(({ message }) => message.trim())).toEqual([
      'Add a (#2)',
      'Start',
    ]);
    const refs = await git.listRefs();
    expect(refs.map(({ ref }) => ref)).toEqual([
      'refs/heads/main',
      'refs/heads/topic',
      'refs/pull/2/head',
      'refs/pull/3/head',
      'refs/pull/3/merge',
      'refs/tags/v1',
    ]);
  });

  it('gives pull requests the SHAs that git has', async () => {
    const { git, numbered, user } = await applied();
    const [add, start] = await git.history({ from: 'main' });
    expect(numbered(2)).toMatchObject({
      title: 'Add a',
      state: 'closed',
      closedAt: '2026-10-07T12:00:00Z',
      pull: {
        base: { ref: 'main', sha: start.sha },
        head: { ref: 'a' },
        mergedById: user('ada').id,
        mergeCommitSha: add.sha,
      },
    });
    const topic = await git.resolve({ expression: 'topic' });
    expect(numbered(3)).toMatchObject({
      state: 'open',
      pull: { head: { sha: topic!.sha }, base: { sha: add.sha } },
    });
  });

  it('asks for reviews, and settles the request of who has reviewed', async () => {
    const { numbered, sandbox } = await applied();
    expect(numbered(3).pull).toMatchObject({
      requestedReviewerIds: [],
      requestedTeamIds: [expect.any(Number)],
    });
    expect(sandbox.state.reviews.by('issue', numbered(3).id)).toEqual([
      expect.objectContaining({
        state: 'CHANGES_REQUESTED',
        submittedAt: '2026-11-25T12:00:00Z',
      }),
    ]);
    expect(sandbox.state.reviewComments.all()).toEqual([
      expect.objectContaining({
        path: 'src/a.ts',
        line: 2,
        diffHunk: expect.stringContaining('+zwei'),
      }),
    ]);
  });

  it('adds issues with what happened to them', async () => {
    const { numbered, sandbox, user } = await applied();
    const issue = numbered(1);
    expect(issue).toMatchObject({
      title: 'Broken',
      authorId: user('out').id,
      assigneeIds: [user('bob').id],
      stateReason: 'not_planned',
      closedById: user('ada').id,
      createdAt: '2026-09-27T12:00:00Z',
    });
    expect(
      sandbox.state.issueEvents
        .by('issue', issue.id)
        .map(({ event, createdAt }) => [event, createdAt]),
    ).toEqual([
      ['labeled', '2026-09-27T12:00:00Z'],
      ['assigned', '2026-09-27T12:00:00Z'],
      ['closed', '2026-11-06T12:00:00Z'],
    ]);
    expect(sandbox.state.reactions.all()).toHaveLength(2);
  });

  it('adds releases, alerts and deployments', async () => {
    const { sandbox, git, user } = await applied();
    expect(sandbox.state.releases.all()).toMatchObject([
      { tagName: 'v1', assets: [{ name: 'log' }] },
    ]);
    expect(sandbox.state.alerts.all()).toMatchObject([
      {
        number: 1,
        state: 'dismissed',
        severity: 'high',
        vulnerableRange: '< 2',
        dismissedById: user('ada').id,
        dismissedAt: '2026-11-18T12:00:00Z',
      },
    ]);
    expect(sandbox.state.codeAlerts.all()).toMatchObject([
      {
        ...{ number: 1, state: 'dismissed', tool: 'CodeQL', line: 1 },
        dismissedById: user('ada').id,
        dismissedAt: '2026-11-18T12:00:00Z',
      },
    ]);
    expect(sandbox.state.secretAlerts.all()).toMatchObject([
      { number: 1, state: 'resolved', resolvedById: user('bob').id },
      { number: 2, state: 'open', secretType: 'npm_access_token' },
    ]);
    const main = await git.resolve({ expression: 'main' });
    expect(sandbox.state.deployments.all()).toMatchObject([
      {
        sha: main!.sha,
        environment: 'production',
        productionEnvironment: true,
      },
    ]);
  });

  it('makes the wiki a repository beside it', async () => {
    const { sandbox, repository } = await applied();
    const wiki = await sandbox.git.open({ id: `${repository.id}.wiki` });
    expect(wiki.head()).toEqual({ branch: 'master' });
    expect(
      await wiki.entryAt({ commit: 'HEAD', path: 'Home.md' }),
    ).toBeDefined();
  });

  it('tells of nothing, since it is long over', async () => {
    await applied();
    expect(bare.emitted).toEqual([]);
  });

  it('notes of how many commits there are to be runs, and what the runners have', async () => {
    const { repository, organisation } = await applied();
    expect(repository.actions.replay).toEqual({ commits: 2, until: NOW });
    expect(organisation.runner).toEqual(seed.runner);
    expect(repository.actions.runner).toEqual(seed.repositories![0].runner);
  });

  it('leaves an organisation alone that is there already', async () => {
    const { sandbox } = await applied();
    expect(await applySeed({ sandbox, seed })).toEqual({
      outcome: 'loginTaken',
      login: 'acme',
    });
    expect(sandbox.state.repositories.size).toBe(1);
  });

  it('makes somebody up where a seed names nobody', async () => {
    const { sandbox } = bare;
    await applySeed({ sandbox, seed: { organisation: { login: 'acme' } } });
    expect(
      sandbox.state.users
        .all()
        .filter(({ type }) => type === 'User')
        .map(({ login }) => login),
    ).toEqual(['octocat']);
  });

  it('reads and writes nothing of a thousand repositories until one is opened', async () => {
    const { sandbox } = bare;
    let reads = 0;
    const files = {
      ...filesOf({ 'README.md': '# Hi\n', 'a.yaml': 'a: 1\n', 'b.ts': 'b\n' }),
      read: async () => {
        reads += 1;
        return { content: Buffer.from('x'), executable: false };
      },
    };
    const repositories = Array.from({ length: 1000 }, (_, index) => ({
      name: `service-${index}`,
      files,
    }));
    const big = { organisation: { login: 'big' }, repositories };
    expect(await checkSeed({ seed: big })).toEqual([]);
    await applySeed({ sandbox, seed: big });
    expect(sandbox.state.repositories.size).toBe(1000);
    expect(reads).toBe(0);
    expect(fs.readdirSync(sandbox.git.directory)).toEqual([]);

    const found = findRepository({ sandbox, owner: 'big', name: 'service-7' });
    const repository = found.outcome === 'found' ? found.repository : undefined;
    const git = await openGit({ sandbox, repository: repository! });
    expect(await git.countHistory({ from: 'main' })).toBe(1);
    expect(reads).toBe(3);
  });
});
