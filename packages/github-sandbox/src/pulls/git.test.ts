import { startGitTest } from '../smartHttp/__testUtils__/startGitTest';
import { stopCleanly } from '../testing/stopCleanly';

let acme: Awaited<ReturnType<typeof startGitTest>>;
beforeAll(async () => {
  acme = await startGitTest();
});
afterAll(() => stopCleanly(acme));

it('follows a branch that git pushes, and lets git fetch the pull request and its merge', async () => {
  const clone = await acme.clone({ repository: 'acme/shop', as: 'mel' });
  const git = async (...args: string[]) => {
    const { code, text, errors } = await acme.run(clone, ...args);
    if (code !== 0) throw new Error(errors);
    return text;
  };
  await git('checkout', '-q', '-b', 'hours');
  await acme.commit({ clone, file: 'hours.txt', content: '9 to 5\n' });
  await git('push', '-q', 'origin', 'hours');
  const opened = await acme.call('POST /repos/acme/shop/pulls', {
    as: 'mel',
    body: { title: 'Hours', head: 'hours', base: 'main' },
  });
  expect(opened.body).toMatchObject({ number: 1, commits: 1 });

  const head = await acme.commit({
    clone,
    file: 'hours.txt',
    content: '8 to 6\n',
  });
  await git('push', '-q', 'origin', 'hours');
  const pull = async () =>
    (await acme.call('GET /repos/acme/shop/pulls/1')).body;
  expect(await pull()).toMatchObject({ head: { sha: head }, commits: 2 });

  await git('fetch', '-q', 'origin', 'pull/1/head:pr', 'pull/1/merge:merged');
  expect(await git('rev-parse', 'pr')).toBe(head);
  expect(await git('show', 'merged:hours.txt')).toBe('8 to 6');

  await acme.call('PUT /repos/acme/shop/pulls/1/merge', {
    as: 'olivia',
    body: { merge_method: 'rebase' },
  });
  await git('checkout', '-q', 'main');
  await git('pull', '-q');
  expect(await git('log', '--format=%s', '-2')).toBe(
    'Change hours.txt\nChange hours.txt',
  );
  await git('push', '-q', 'origin', ':hours');
  const events = await acme.call('GET /repos/acme/shop/issues/1/events');
  expect(events.body.map(({ event }: { event: string }) => event)).toEqual([
    'merged',
    'closed',
    'head_ref_deleted',
  ]);
});

it('gives the diff at the address of the pull request', async () => {
  const diff = await acme.call('GET /acme/shop/pull/1.diff');
  expect(diff.status).toBe(200);
  expect(diff.text).toContain('+8 to 6');
  const patch = await acme.call('GET /acme/shop/pull/1.patch');
  expect(patch.text).toContain('Subject: [PATCH 1/2] Change hours.txt');
  expect((await acme.call('GET /acme/shop/pull/9.diff')).status).toBe(404);
});

it('turns an issue into a pull request', async () => {
  await acme.call('POST /repos/acme/shop/issues', {
    as: 'mel',
    body: { title: 'Open on Sundays' },
  });
  const clone = await acme.clone({ repository: 'acme/shop', as: 'mel' });
  await acme.commit({ clone, file: 'sunday.txt', content: 'open\n' });
  await acme.run(clone, 'push', '-q', 'origin', 'HEAD:sunday');
  const opened = await acme.call('POST /repos/acme/shop/pulls', {
    as: 'mel',
    body: { issue: 2, head: 'sunday', base: 'main' },
  });
  expect(opened.status).toBe(201);
  expect(opened.body).toMatchObject({ number: 2, title: 'Open on Sundays' });
  const issue = await acme.call('GET /repos/acme/shop/issues/2');
  expect(issue.body.pull_request.url).toBe(opened.body.url);
});
