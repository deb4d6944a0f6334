import { markMerged } from '../pulls/merge/markMerged';
import { collectEvents } from '../pulls/__testUtils__/collectEvents';
import { pushFiles } from '../pulls/__testUtils__/pushFiles';
import { createPull } from '../pulls/createPull';
import { submitReview } from '../pulls/reviews/submitReview';
import { startTestSandbox } from '../testing/startTestSandbox';
import { closeIssue } from './changes/closeIssue';
import { addComment } from './comments/addComment';
import { createIssue } from './createIssue';
import { stopCleanly } from '../testing/stopCleanly';

const at = (day: number) => `2026-02-0${day}T10:00:00Z`;

let acme: Awaited<ReturnType<typeof startTestSandbox>>;
beforeEach(async () => {
  acme = await startTestSandbox();
});
afterEach(() => stopCleanly(acme));

it('dates what a seed tells of, and tells nobody', async () => {
  const { sandbox, shop: repository, mel, olivia } = acme;
  const { names } = collectEvents(sandbox);
  const created = createIssue({
    sandbox,
    repository,
    actor: mel,
    title: 'Long ago',
    labels: ['bug'],
    number: 40,
    at: at(1),
  });
  if (created.outcome !== 'created') throw new Error(created.outcome);
  const { issue } = created;
  const change = { sandbox, repository, issue, actor: olivia };
  addComment({ ...change, body: 'Yes', at: at(2) });
  closeIssue({ ...change, at: at(3) });
  const { body } = await acme.call('GET /repos/acme/shop/issues/40');
  expect(body).toMatchObject({
    created_at: at(1),
    updated_at: at(3),
    closed_at: at(3),
    comments: 1,
    closed_by: { login: 'olivia' },
  });
  expect(names).toEqual([]);
  const next = await acme.call('POST /repos/acme/shop/issues', {
    as: 'mel',
    body: { title: 'Now' },
  });
  expect(next.body.number).toBe(41);
});

it('takes pull requests that are over, by their commits', async () => {
  const { sandbox, shop: repository, mel, olivia } = acme;
  const main = await acme.call('GET /repos/acme/shop/branches/main');
  const base = main.body.commit.sha;
  const head = await pushFiles({
    sandbox,
    repository,
    user: mel,
    branch: 'main',
    files: { 'b.txt': 'b' },
  });
  await sandbox.settled();
  const { names } = collectEvents(sandbox);
  const made = await createPull({
    sandbox,
    repository,
    actor: mel,
    title: 'Add b',
    head: 'gone',
    base: 'main',
    commits: { base, head },
    at: at(1),
  });
  if (made.outcome !== 'created') throw new Error(made.outcome);
  const change = { sandbox, repository, issue: made.issue };
  await submitReview({
    ...change,
    actor: olivia,
    verdict: 'APPROVE',
    at: at(2),
  });
  markMerged({ ...change, actor: olivia, mergeCommitSha: head, at: at(3) });
  const { body } = await acme.call('GET /repos/acme/shop/pulls/1');
  expect(body).toMatchObject({
    created_at: at(1),
    merged_at: at(3),
    merged_by: { login: 'olivia' },
    merge_commit_sha: head,
    head: { label: 'acme:gone', sha: head },
    commits: 1,
    changed_files: 1,
  });
  expect(names).toEqual([]);
});
