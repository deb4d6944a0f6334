import { collectEvents } from '../../pulls/__testUtils__/collectEvents';
import { startWithPull } from '../../pulls/__testUtils__/startWithPull';
import { stopCleanly } from '../../testing/stopCleanly';
import { buildPayload } from './buildPayload';

let acme: Awaited<ReturnType<typeof startWithPull>>;
beforeEach(async () => {
  acme = await startWithPull();
});
afterEach(() => stopCleanly(acme));

const pull = '/repos/acme/shop/pulls/1';
const send = async (route: string, body: unknown) => {
  const answer = await acme.call(route, { as: 'mel', body });
  expect(answer.status).toBeLessThan(300);
  return answer.body;
};

it('tells what a comment, a review and a review comment said before', async () => {
  const before = { body: 'Before' };
  const comment = await send('POST /repos/acme/shop/issues/1/comments', before);
  const review = await send(`POST ${pull}/reviews`, {
    ...before,
    event: 'COMMENT',
  });
  const onLine = await send(`POST ${pull}/comments`, {
    ...before,
    path: 'README.md',
    line: 2,
    commit_id: acme.head,
  });

  const { events } = collectEvents(acme.sandbox);
  const after = { body: 'After' };
  await send(`PATCH /repos/acme/shop/issues/comments/${comment.id}`, after);
  await send(`PUT ${pull}/reviews/${review.id}`, after);
  await send(`PATCH /repos/acme/shop/pulls/comments/${onLine.id}`, after);

  const payloads = await Promise.all(
    events.map(async event => ({
      name: event.name,
      payload: await buildPayload({ sandbox: acme.sandbox, event }),
    })),
  );
  const edited = (thing: string) => ({
    action: 'edited',
    changes: { body: { from: 'Before' } },
    [thing]: expect.objectContaining(after),
  });
  expect(payloads).toMatchObject([
    { name: 'issue_comment', payload: edited('comment') },
    { name: 'pull_request_review', payload: edited('review') },
    { name: 'pull_request_review_comment', payload: edited('comment') },
  ]);
});
