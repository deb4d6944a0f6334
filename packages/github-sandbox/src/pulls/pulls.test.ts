import { Octokit } from 'octokit';
import { startWithPull } from './__testUtils__/startWithPull';
import { setDraft } from './changes/setDraft';
import { isPullRequest } from './PullRequest';
import { stopCleanly } from '../testing/stopCleanly';

let acme: Awaited<ReturnType<typeof startWithPull>>;
let octokit: Octokit;
const shop = { owner: 'acme', repo: 'shop' };
beforeAll(async () => {
  acme = await startWithPull();
  octokit = new Octokit({
    auth: acme.tokens.mel,
    baseUrl: `${acme.url}/api/v3`,
    // It would wait a second before each change.
    throttle: { enabled: false },
  });
});
afterAll(() => stopCleanly(acme));

it('pages through lists', async () => {
  for (const name of ['one', 'two', 'three']) {
    await acme.push(name, { [`${name}.txt`]: name });
    await octokit.rest.pulls.create({
      ...shop,
      title: name,
      head: name,
      base: 'main',
    });
  }
  const all = await octokit.paginate(octokit.rest.pulls.list, {
    ...shop,
    per_page: 2,
  });
  expect(all.map(({ title }) => title)).toEqual([
    'three',
    'two',
    'one',
    'Opening hours',
  ]);
  expect(all[0].url).toBe(`${acme.url}/api/v3/repos/acme/shop/pulls/4`);
});

it('finds the pull request of a branch', async () => {
  const { data } = await octokit.rest.pulls.list({
    ...shop,
    head: 'acme:feature',
    state: 'all',
    sort: 'updated',
    direction: 'asc',
  });
  expect(data.map(({ number }) => number)).toEqual([1]);
  const of = await octokit.rest.repos.listPullRequestsAssociatedWithCommit({
    ...shop,
    commit_sha: acme.head,
  });
  expect(of.data.map(({ number }) => number)).toEqual([1]);
});

it('gives files, commits, diff and patch', async () => {
  const pull = { ...shop, pull_number: 1 };
  const files = await octokit.rest.pulls.listFiles(pull);
  expect(files.data).toMatchObject([
    {
      filename: 'README.md',
      status: 'modified',
      additions: 1,
      deletions: 0,
      patch: '@@ -1 +1,2 @@\n # Shop\n+Open all day',
    },
  ]);
  const commits = await octokit.rest.pulls.listCommits(pull);
  expect(commits.data.map(({ sha }) => sha)).toEqual([acme.head]);
  const as = async (format: string) =>
    (await octokit.rest.pulls.get({ ...pull, mediaType: { format } })).data;
  expect(await as('diff')).toContain('diff --git a/README.md b/README.md');
  expect(await as('patch')).toContain('Subject: [PATCH] Say when we are open');
});

it('changes title, text, base and state', async () => {
  const pull = { ...shop, pull_number: 1 };
  await acme.push('next', { 'next.txt': '1' });
  const changed = await octokit.rest.pulls.update({
    ...pull,
    title: 'New title',
    body: 'New text',
    base: 'next',
  });
  expect(changed.data).toMatchObject({
    title: 'New title',
    body: 'New text',
    base: { ref: 'next' },
  });
  await octokit.rest.pulls.update({ ...pull, base: 'main', state: 'closed' });
  const again = await octokit.rest.pulls.update({ ...pull, state: 'open' });
  expect(again.data.state).toBe('open');
  const events = await octokit.rest.issues.listEvents({
    ...shop,
    issue_number: 1,
  });
  expect(events.data.map(({ event }) => event)).toEqual([
    'base_ref_changed',
    'renamed',
    'base_ref_changed',
    'closed',
    'reopened',
  ]);
});

it('knows when a draft is ready', async () => {
  const { sandbox } = acme;
  const issue = sandbox.state.issues.first('number', `${acme.shop.id}#2`);
  if (!isPullRequest(issue)) throw new Error('No pull request');
  const all = { sandbox, repository: acme.shop, issue, actor: acme.mel };
  await setDraft({ ...all, draft: true });
  expect(await acme.pull(2)).toMatchObject({
    draft: true,
    mergeable_state: 'draft',
  });
  await setDraft({ ...all, draft: false });
  expect(await acme.pull(2)).toMatchObject({
    draft: false,
    mergeable_state: 'clean',
  });
});

it('answers 404 for issues and for what is not there', async () => {
  const issue = await octokit.rest.issues.create({ ...shop, title: 'x' });
  const get = (number: number) =>
    acme.call(`GET /repos/acme/shop/pulls/${number}`);
  expect((await get(issue.data.number)).status).toBe(404);
  expect((await get(999)).status).toBe(404);
});
