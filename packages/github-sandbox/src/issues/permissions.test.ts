import { installationToken } from '../pulls/__testUtils__/installationToken';
import { startWithPull } from '../pulls/__testUtils__/startWithPull';
import { stopCleanly } from '../testing/stopCleanly';

let acme: Awaited<ReturnType<typeof startWithPull>>;
beforeEach(async () => {
  acme = await startWithPull();
  await acme.call('POST /repos/acme/shop/issues', {
    as: 'mel',
    body: { title: 'The till is stuck' },
  });
});
afterEach(() => stopCleanly(acme));

/** Pull request 1, issue 2. */
const shop = '/repos/acme/shop';
const ask = (
  permissions: Record<string, 'read' | 'write'>,
  route: string,
  body?: unknown,
) =>
  acme.call(route, {
    token: installationToken({ ...acme, permissions }),
    body,
  });
const OF_PULLS = { pull_requests: 'write' } as const;
const OF_ISSUES = { issues: 'write' } as const;
const comment = { body: 'Looking into it' };

it.each([
  [`POST ${shop}/issues/1/comments`, comment],
  [`POST ${shop}/issues/1/labels`, { labels: ['bug'] }],
  [`POST ${shop}/issues/1/assignees`, { assignees: ['mel'] }],
  [`PATCH ${shop}/issues/1`, { title: 'Hours' }],
  [`PUT ${shop}/issues/1/lock`, {}],
  [`POST ${shop}/labels`, { name: 'till' }],
  [`POST ${shop}/milestones`, { title: 'v1' }],
])('either permission will do for %s', async (route, body) => {
  const refused = await ask({ contents: 'write' }, route, body);
  expect(refused.status).toBe(403);
  expect(refused.headers.get('x-accepted-github-permissions')).toBe(
    'issues=write; pull_requests=write',
  );
  expect((await ask(OF_PULLS, route, body)).status).toBeLessThan(300);
});

it.each([
  [`POST ${shop}/issues/2/comments`, comment],
  [`POST ${shop}/issues/2/labels`, { labels: ['bug'] }],
  [`PATCH ${shop}/issues/2`, { title: 'The till' }],
  [`POST ${shop}/issues/2/reactions`, { content: '+1' }],
])('an issue needs its own for %s', async (route, body) => {
  const refused = await ask(OF_PULLS, route, body);
  expect(refused.status).toBe(403);
  expect(refused.headers.get('x-accepted-github-permissions')).toBe(
    'issues=write',
  );
  expect((await ask(OF_ISSUES, route, body)).status).toBeLessThan(300);
});

it('lists of a private repository only the comments that the permission covers', async () => {
  for (const number of [1, 2]) {
    await ask(OF_ISSUES, `POST ${shop}/issues/${number}/comments`, {
      body: `To ${number}`,
    });
  }
  acme.shop.visibility = 'private';
  const list = async (permissions: Record<string, 'read'>) =>
    (await ask(permissions, `GET ${shop}/issues/comments`)).body.map(
      ({ body }: { body: string }) => body,
    );
  expect(await list({ pull_requests: 'read' })).toEqual(['To 1']);
  expect(await list({ issues: 'read' })).toEqual(['To 1', 'To 2']);
});
