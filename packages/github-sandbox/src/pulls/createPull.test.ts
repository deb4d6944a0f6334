import { openGit } from '../repositories/openGit';
import { startTestSandbox } from '../testing/startTestSandbox';
import { collectEvents } from './__testUtils__/collectEvents';
import { pushFiles } from './__testUtils__/pushFiles';
import { stopCleanly } from '../testing/stopCleanly';

let acme: Awaited<ReturnType<typeof startTestSandbox>>;
beforeAll(async () => {
  acme = await startTestSandbox();
  const { sandbox, shop: repository, mel: user } = acme;
  await pushFiles({
    sandbox,
    repository,
    user,
    branch: 'feature',
    files: { 'a.txt': 'a\n', 'README.md': '# The shop\n' },
  });
});
afterAll(() => stopCleanly(acme));

const open = (body: object, as: 'olivia' | 'mel' | 'oscar' = 'mel') =>
  acme.call('POST /repos/acme/shop/pulls', { as, body });

it('opens one, with refs in git and numbers from git', async () => {
  const { names } = collectEvents(acme.sandbox);
  const { status, body, headers } = await open({
    title: 'Feature',
    head: 'feature',
    base: 'main',
  });
  expect(status).toBe(201);
  expect(headers.get('location')).toBe(body.url);
  expect(body).toMatchObject({
    number: 1,
    state: 'open',
    draft: false,
    mergeable: true,
    mergeable_state: 'clean',
    additions: 2,
    deletions: 1,
    changed_files: 2,
    commits: 1,
    head: { label: 'acme:feature', repo: { full_name: 'acme/shop' } },
    base: { label: 'acme:main', ref: 'main' },
    user: { login: 'mel' },
    author_association: 'MEMBER',
    html_url: `${acme.url}/acme/shop/pull/1`,
  });
  const git = await openGit({ sandbox: acme.sandbox, repository: acme.shop });
  const head = await git.readRef({ ref: 'refs/pull/1/head' });
  const merge = await git.readRef({ ref: 'refs/pull/1/merge' });
  expect(head?.sha).toBe(body.head.sha);
  expect(merge?.sha).toBe(body.merge_commit_sha);
  const commit = await git.readCommit({ sha: merge!.sha });
  expect(commit?.parents).toEqual([body.base.sha, body.head.sha]);
  expect(names).toEqual(['pull_request.opened']);
});

it.each([
  [{ head: 'feature' }, 'A pull request already exists for acme:feature.'],
  [{ head: 'main' }, 'No commits between main and main'],
])('refuses %j in the words of GitHub', async (body, message) => {
  const answer = await open({ title: 'Again', base: 'main', ...body });
  expect(answer.status).toBe(422);
  expect(answer.body).toMatchObject({
    message: 'Validation Failed',
    errors: [{ resource: 'PullRequest', code: 'custom', message }],
  });
});

it.each([
  [{ head: 'nowhere', base: 'main' }, 'head'],
  [{ head: 'oscar:main', base: 'main' }, 'head'],
  [{ head: 'feature', base: 'nowhere' }, 'base'],
])('names the branch that is not there: %j', async (body, field) => {
  const answer = await open({ title: 'Nowhere', ...body });
  expect(answer.status).toBe(422);
  expect(answer.body.errors).toEqual([
    { resource: 'PullRequest', field, code: 'invalid' },
  ]);
});

it('says what was not supplied', async () => {
  const answer = await open({ title: 'x', head: 'feature' });
  expect(answer.status).toBe(422);
  expect(answer.body.message).toContain(`"base" wasn't supplied.`);
});

it('lets outsiders open none for branches of others', async () => {
  const answer = await open(
    { title: 'x', head: 'feature', base: 'main' },
    'oscar',
  );
  expect(answer.status).toBe(422);
  expect(answer.body.errors[0].message).toBe('must be a collaborator');
});

it('opens one from a fork, whose pushes go on coming in', async () => {
  const forked = await acme.call('POST /repos/acme/shop/forks', {
    as: 'oscar',
    body: {},
  });
  expect(forked.status).toBe(202);
  await acme.sandbox.settled();
  const fork = acme.sandbox.state.repositories.get(forked.body.id)!;
  const push = (files: Record<string, string>) =>
    pushFiles({
      sandbox: acme.sandbox,
      repository: fork,
      user: acme.oscar,
      branch: 'idea',
      files,
    });
  const first = await push({ 'idea.md': 'An idea\n' });
  const opened = await open(
    { title: 'Idea', head: 'oscar:idea', base: 'main' },
    'oscar',
  );
  expect(opened.status).toBe(201);
  expect(opened.body).toMatchObject({
    head: { label: 'oscar:idea', sha: first, user: { login: 'oscar' } },
    author_association: 'NONE',
    mergeable: true,
    commits: 1,
    maintainer_can_modify: true,
  });

  const second = await push({ 'idea.md': 'A better idea\n' });
  const { number } = opened.body;
  const now = await acme.call(`GET /repos/acme/shop/pulls/${number}`);
  expect(now.body).toMatchObject({ head: { sha: second }, commits: 2 });
  const merged = await acme.call(`PUT /repos/acme/shop/pulls/${number}/merge`, {
    as: 'olivia',
    body: {},
  });
  expect(merged.status).toBe(200);
  const file = await acme.call('GET /repos/acme/shop/contents/idea.md');
  expect(Buffer.from(file.body.content, 'base64').toString()).toBe(
    'A better idea\n',
  );
});
