import { collectEvents } from '../__testUtils__/collectEvents';
import { startWithPull } from '../__testUtils__/startWithPull';
import { stopCleanly } from '../../testing/stopCleanly';

let acme: Awaited<ReturnType<typeof startWithPull>>;
beforeEach(async () => {
  acme = await startWithPull();
});
afterEach(() => stopCleanly(acme));

const path = '/repos/acme/shop/pulls/1';
type Person = 'olivia' | 'mel' | 'oscar';
const post = (route: string, body: object, as: Person = 'olivia') =>
  acme.call(`POST ${path}${route}`, { as, body });

it('keeps a pending review to its author, until it is submitted', async () => {
  const { names } = collectEvents(acme.sandbox);
  const started = await post('/reviews', {
    comments: [{ path: 'README.md', line: 2, body: 'All day?' }],
  });
  expect(started.status).toBe(200);
  expect(started.body).toMatchObject({ state: 'PENDING' });
  expect(started.body.submitted_at).toBeUndefined();
  const list = (as: Person) => acme.call(`GET ${path}/reviews`, { as });
  const comments = (as: Person) => acme.call(`GET ${path}/comments`, { as });
  expect((await list('mel')).body).toEqual([]);
  expect((await comments('mel')).body).toEqual([]);
  expect((await list('olivia')).body).toHaveLength(1);
  const second = await post('/reviews', {});
  expect(second.body.errors).toEqual([
    'User can only have one pending review per pull request',
  ]);

  const submitted = await post(`/reviews/${started.body.id}/events`, {
    event: 'REQUEST_CHANGES',
    body: 'Please say when.',
  });
  expect(submitted.body).toMatchObject({
    state: 'CHANGES_REQUESTED',
    body: 'Please say when.',
  });
  expect((await comments('mel')).body).toMatchObject([
    { body: 'All day?', path: 'README.md', line: 2, side: 'RIGHT' },
  ]);
  expect(names).toEqual([
    'pull_request_review.submitted',
    'pull_request_review_comment.created',
  ]);
});

it.each([
  [{ event: 'COMMENT' }, "Body can't be blank"],
  [
    {
      event: 'COMMENT',
      comments: [{ path: 'README.md', line: 99, body: 'x' }],
    },
    'Line could not be resolved',
  ],
  [
    { event: 'COMMENT', comments: [{ path: 'nope', line: 1, body: 'x' }] },
    'Path could not be resolved',
  ],
])('refuses %j', async (body, error) => {
  const answer = await post('/reviews', body);
  expect(answer.status).toBe(422);
  expect(answer.body).toMatchObject({
    message: 'Unprocessable Entity',
    errors: [error],
  });
});

it('lets nobody approve what is their own', async () => {
  const answer = await post('/reviews', { event: 'APPROVE' }, 'mel');
  expect(answer.status).toBe(422);
  expect(answer.body.errors).toEqual(['Can not approve your own pull request']);
});

it('deletes a pending review and dismisses one that was given', async () => {
  const pending = await post('/reviews', { body: 'x' });
  const gone = await acme.call(`DELETE ${path}/reviews/${pending.body.id}`, {
    as: 'olivia',
  });
  expect(gone.status).toBe(200);
  const approved = await post('/reviews', { event: 'APPROVE' });
  const dismissed = await acme.call(
    `PUT ${path}/reviews/${approved.body.id}/dismissals`,
    { as: 'mel', body: { message: 'It has changed' } },
  );
  expect(dismissed.body.state).toBe('DISMISSED');
  const events = await acme.call('GET /repos/acme/shop/issues/1/events');
  expect(events.body).toMatchObject([
    {
      event: 'review_dismissed',
      dismissed_review: {
        state: 'approved',
        review_id: approved.body.id,
        dismissal_message: 'It has changed',
      },
    },
  ]);
});

it('answers in a thread', async () => {
  const first = await post('/comments', {
    path: 'README.md',
    line: 2,
    commit_id: acme.head,
    body: 'All day?',
  });
  expect(first.status).toBe(201);
  const answer = await post(
    `/comments/${first.body.id}/replies`,
    { body: 'And all night' },
    'mel',
  );
  const third = await post('/comments', {
    in_reply_to: answer.body.id,
    body: 'Fine',
  });
  expect(answer.body).toMatchObject({ in_reply_to_id: first.body.id, line: 2 });
  expect(third.body.in_reply_to_id).toBe(first.body.id);
});

it('asks people and teams for a review, and no longer once they have reviewed', async () => {
  const asked = await post(
    '/requested_reviewers',
    { reviewers: ['olivia'], team_reviewers: ['web'] },
    'mel',
  );
  expect(asked.status).toBe(201);
  expect(asked.body).toMatchObject({
    requested_reviewers: [{ login: 'olivia' }],
    requested_teams: [{ name: 'Web', slug: 'web' }],
  });
  await post('/reviews', { event: 'APPROVE' });
  const left = await acme.call(`GET ${path}/requested_reviewers`);
  expect(left.body).toMatchObject({ users: [], teams: [{ slug: 'web' }] });
  const removed = await acme.call(`DELETE ${path}/requested_reviewers`, {
    as: 'mel',
    body: { reviewers: [], team_reviewers: ['web'] },
  });
  expect(removed.body.requested_teams).toEqual([]);
});

it.each([
  [
    { reviewers: ['mel'] },
    'Review cannot be requested from pull request author.',
  ],
  [
    { reviewers: ['oscar'] },
    'Reviews may only be requested from collaborators.',
  ],
  [
    { reviewers: ['ghost'] },
    'Reviews may only be requested from collaborators.',
  ],
  [
    { team_reviewers: ['none'] },
    'Reviews may only be requested from collaborators.',
  ],
])('asks nobody with %j', async (body, message) => {
  const answer = await post('/requested_reviewers', body, 'mel');
  expect(answer.status).toBe(422);
  expect(answer.body.message).toContain(message);
});
