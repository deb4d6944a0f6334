import { startActions, workflow } from '../__testUtils__/startActions';

const FILE = '.github/workflows/ci.yml';
let test: Awaited<ReturnType<typeof startActions>>;

beforeEach(async () => {
  test = await startActions();
});
afterEach(async () => {
  await test.stop();
});

async function branch(name: string) {
  const main = await test.call('GET /repos/acme/shop/git/ref/heads/main');
  await test.call('POST /repos/acme/shop/git/refs', {
    as: 'olivia',
    body: { ref: `refs/heads/${name}`, sha: main.body.object.sha },
  });
}

async function open(head: string, as: 'olivia' | 'oscar' = 'olivia') {
  const answer = await test.call('POST /repos/acme/shop/pulls', {
    as,
    body: { title: 'Improve', head, base: 'main' },
  });
  if (answer.status !== 201) throw new Error(answer.text);
  await test.sandbox.settled();
  return answer.body;
}

it('runs a pull request on its merge, and shows checks at its head', async () => {
  await test.commit({
    [FILE]: workflow({
      on: 'pull_request',
      run: 'echo "${{ github.ref }} ${{ github.base_ref }} ${{ github.head_ref }}"',
    }),
  });
  await branch('topic');
  await test.commit({ 'a.txt': 'a' }, { branch: 'topic' });
  const pull = await open('topic');
  const run = await test.latestRun();
  expect(run).toMatchObject({
    event: 'pull_request',
    display_title: 'Improve',
    conclusion: 'success',
    head_branch: 'topic',
    head_sha: pull.head.sha,
    pull_requests: [{ number: pull.number }],
  });
  expect(await test.logOf(run)).toContain(
    `\nrefs/pull/${pull.number}/merge main topic\n`,
  );
  const checks = await test.call(
    `GET /repos/acme/shop/commits/${pull.head.sha}/check-runs`,
  );
  expect(checks.body.check_runs).toMatchObject([
    { name: 'build', conclusion: 'success' },
  ]);

  await test.commit({ 'a.txt': 'b' }, { branch: 'topic' });
  expect(await test.latestRun()).toMatchObject({
    event: 'pull_request',
    run_number: 2,
  });
});

it('does not run on a pull request that conflicts', async () => {
  await test.commit({ [FILE]: workflow({ on: 'pull_request', run: 'echo' }) });
  await branch('topic');
  await test.commit({ 'README.md': 'theirs\n' }, { branch: 'topic' });
  await test.commit({ 'README.md': 'ours\n' });
  await open('topic');
  expect(await test.latestRun()).toBeUndefined();
});

it('gives a pull request from a fork no secrets and a token that only reads', async () => {
  const at = test.sandbox.clock.iso();
  test.shop.secrets.push({
    name: 'KEY',
    value: 'hunter2hunter2',
    createdAt: at,
    updatedAt: at,
  });
  await test.commit({
    [FILE]: workflow({
      on: 'pull_request',
      file: ['permissions: write-all'],
      run: 'echo "<${{ secrets.KEY }}>"',
    }),
  });
  await test.call('POST /repos/acme/shop/forks', { as: 'oscar', body: {} });
  await test.sandbox.settled();
  const fork = await test.call('PUT /repos/oscar/shop/contents/a.txt', {
    as: 'oscar',
    body: { message: 'Help', content: '', branch: 'main' },
  });
  expect(fork.status).toBe(201);
  await test.sandbox.settled();
  await open('oscar:main', 'oscar');
  const run = await test.latestRun();
  expect(run).toMatchObject({
    event: 'pull_request',
    conclusion: 'success',
    head_repository: { full_name: 'oscar/shop' },
    repository: { full_name: 'acme/shop' },
    pull_requests: [],
  });
  expect(await test.logOf(run)).toContain('\n<>\n');
  const token = test.sandbox.state.tokens
    .filter(({ kind }) => kind === 'installation')
    .at(-1)!;
  expect(token.permissions.contents).toBe('read');
  expect(Object.values(token.permissions)).not.toContain('write');
});

it('looks at the branches that push and paths name', async () => {
  await test.commit({
    [FILE]: workflow({
      on: '{push: {branches: [main], paths: ["src/**"]}}',
      run: 'echo',
    }),
  });
  expect(await test.latestRun()).toBeUndefined();
  await test.commit({ 'docs/a.md': 'a' });
  expect(await test.latestRun()).toBeUndefined();
  await test.commit({ 'src/a.ts': 'a' });
  expect(await test.latestRun()).toMatchObject({ run_number: 1 });
  await branch('topic');
  await test.commit({ 'src/a.ts': 'b' }, { branch: 'topic' });
  expect(await test.latestRun()).toMatchObject({ run_number: 1 });
});
