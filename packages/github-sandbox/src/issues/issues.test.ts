import { Octokit } from 'octokit';
import { collectEvents } from '../pulls/__testUtils__/collectEvents';
import { installationToken } from '../pulls/__testUtils__/installationToken';
import { startTestSandbox } from '../testing/startTestSandbox';
import { stopCleanly } from '../testing/stopCleanly';

let acme: Awaited<ReturnType<typeof startTestSandbox>>;
let octokit: Octokit;
const shop = { owner: 'acme', repo: 'shop' };
beforeEach(async () => {
  acme = await startTestSandbox();
  octokit = new Octokit({
    auth: acme.tokens.mel,
    baseUrl: acme.url,
    // It would wait a second before each change.
    throttle: { enabled: false },
  });
});
afterEach(() => stopCleanly(acme));

it('opens an issue with everything', async () => {
  const { names } = collectEvents(acme.sandbox);
  await octokit.rest.issues.createMilestone({ ...shop, title: 'v1' });
  const { data, status } = await octokit.rest.issues.create({
    ...shop,
    title: 'The till is stuck',
    body: 'Since today',
    labels: ['bug', { name: 'till' }],
    assignees: ['mel'],
    milestone: 1,
  });
  expect(status).toBe(201);
  expect(data).toMatchObject({
    number: 1,
    state: 'open',
    user: { login: 'mel' },
    labels: [
      { name: 'bug', color: 'ededed' },
      { name: 'till', color: 'ededed' },
    ],
    assignees: [{ login: 'mel' }],
    milestone: { number: 1, title: 'v1', open_issues: 1 },
    author_association: 'MEMBER',
    reactions: { total_count: 0 },
    html_url: `${acme.url}/acme/shop/issues/1`,
  });
  expect(data.pull_request).toBeUndefined();
  expect(names).toEqual([
    'issues.opened',
    'issues.labeled',
    'issues.labeled',
    'issues.assigned',
    'issues.milestoned',
  ]);
});

it('leaves out labels and assignees of people who may not set them', async () => {
  const answer = await acme.call('POST /repos/acme/shop/issues', {
    as: 'oscar',
    body: { title: 'Hello', labels: ['bug'], assignees: ['mel'] },
  });
  expect(answer.status).toBe(201);
  expect(answer.body).toMatchObject({
    labels: [],
    assignees: [],
    author_association: 'NONE',
  });
});

it.each([
  [{}, `Invalid request.\n\n"title" wasn't supplied.`, undefined],
  [
    { title: ' ' },
    'Validation Failed',
    { field: 'title', code: 'missing_field' },
  ],
  [
    { title: 'x', assignees: ['oscar'] },
    'Validation Failed',
    { field: 'assignees', code: 'invalid', value: 'oscar' },
  ],
  [
    { title: 'x', milestone: 9 },
    'Validation Failed',
    { field: 'milestone', code: 'invalid', value: 9 },
  ],
])('refuses %j', async (body, message, error) => {
  const answer = await acme.call('POST /repos/acme/shop/issues', {
    as: 'mel',
    body,
  });
  expect(answer.status).toBe(422);
  expect(answer.body.message).toBe(message);
  expect(answer.body.errors?.[0]).toEqual(
    error && { resource: 'Issue', ...error },
  );
});

it('answers 410 where issues are switched off', async () => {
  acme.shop.features.issues = false;
  const list = await acme.call('GET /repos/acme/shop/issues');
  const add = await acme.call('POST /repos/acme/shop/issues', {
    as: 'mel',
    body: { title: 'x' },
  });
  expect([list.status, add.status]).toEqual([410, 410]);
});

it('lets an App open one as its bot', async () => {
  const token = installationToken(acme);
  const answer = await acme.call('POST /repos/acme/shop/issues', {
    token,
    body: { title: 'From the portal', labels: ['portal'] },
  });
  expect(answer.body).toMatchObject({
    user: { login: 'portal[bot]', type: 'Bot' },
    labels: [{ name: 'portal' }],
    performed_via_github_app: { slug: 'portal' },
  });
  const refused = await acme.call('POST /repos/acme/shop/issues', {
    token: installationToken({ ...acme, permissions: { issues: 'read' } }),
    body: { title: 'x' },
  });
  expect(refused.status).toBe(403);
});

it('closes, opens again, renames and locks, and tells the story', async () => {
  const issue = { ...shop, issue_number: 1 };
  await octokit.rest.issues.create({ ...shop, title: 'First' });
  await octokit.rest.issues.update({ ...issue, title: 'Second' });
  const closed = await octokit.rest.issues.update({
    ...issue,
    state: 'closed',
    state_reason: 'not_planned',
  });
  expect(closed.data).toMatchObject({
    state: 'closed',
    state_reason: 'not_planned',
    closed_by: { login: 'mel' },
  });
  await octokit.rest.issues.update({ ...issue, state: 'open' });
  await octokit.rest.issues.createComment({ ...issue, body: 'Still there' });
  await octokit.rest.issues.lock({ ...issue, lock_reason: 'resolved' });
  const late = await acme.call('POST /repos/acme/shop/issues/1/comments', {
    as: 'oscar',
    body: { body: 'Me too' },
  });
  expect(late.status).toBe(403);
  const timeline = await octokit.rest.issues.listEventsForTimeline(issue);
  expect(timeline.data.map(({ event }) => event)).toEqual(
    expect.arrayContaining([
      'renamed',
      'closed',
      'reopened',
      'commented',
      'locked',
    ]),
  );
  expect(timeline.data[0]).toMatchObject({
    event: 'renamed',
    rename: { from: 'First', to: 'Second' },
    actor: { login: 'mel' },
  });
});

it('lets only the author and people with the role change an issue', async () => {
  await acme.call('POST /repos/acme/shop/issues', {
    as: 'oscar',
    body: { title: 'Mine' },
  });
  const change = (as: 'oscar' | 'mel', body: object) =>
    acme.call('PATCH /repos/acme/shop/issues/1', { as, body });
  expect((await change('oscar', { title: 'Still mine' })).status).toBe(200);
  expect((await change('mel', { state: 'closed' })).status).toBe(200);
  await octokit.rest.issues.create({ ...shop, title: 'Not yours' });
  const refused = await acme.call('PATCH /repos/acme/shop/issues/2', {
    as: 'oscar',
    body: { title: 'x' },
  });
  expect(refused.status).toBe(403);
});

it('filters and sorts lists', async () => {
  acme.sandbox.clock.freeze();
  for (const title of ['a', 'b', 'c']) {
    await octokit.rest.issues.create({
      ...shop,
      title,
      labels: [title, 'all'],
    });
    acme.sandbox.clock.advance({ ms: 60_000 });
  }
  await octokit.rest.issues.update({
    ...shop,
    issue_number: 1,
    assignees: ['olivia'],
  });
  await octokit.rest.issues.update({
    ...shop,
    issue_number: 2,
    state: 'closed',
  });
  const titles = async (query: string) =>
    (await acme.call(`GET /repos/acme/shop/issues?${query}`)).body.map(
      ({ title }: { title: string }) => title,
    );
  expect(await titles('')).toEqual(['c', 'a']);
  expect(await titles('state=all&direction=asc')).toEqual(['a', 'b', 'c']);
  expect(await titles('state=all&labels=all,B')).toEqual(['b']);
  expect(await titles('assignee=olivia')).toEqual(['a']);
  expect(await titles('assignee=none')).toEqual(['c']);
  expect(await titles('sort=updated')).toEqual(['a', 'c']);
  expect(await titles('creator=olivia')).toEqual([]);
  const bad = await acme.call('GET /repos/acme/shop/issues?milestone=soon');
  expect(bad.status).toBe(422);
});

it('keeps labels of a repository', async () => {
  const label = { ...shop, name: 'good first issue' };
  await octokit.rest.issues.createLabel({ ...label, color: '7057FF' });
  const twice = await acme.call('POST /repos/acme/shop/labels', {
    as: 'mel',
    body: { name: 'Good First Issue' },
  });
  expect(twice.body.errors).toEqual([
    { resource: 'Label', code: 'already_exists', field: 'name' },
  ]);
  const changed = await octokit.rest.issues.updateLabel({
    ...label,
    new_name: 'easy/first',
    description: 'For beginners',
  });
  expect(changed.data).toMatchObject({
    name: 'easy/first',
    color: '7057ff',
    description: 'For beginners',
  });
  await octokit.rest.issues.create({
    ...shop,
    title: 'x',
    labels: ['easy/first', 'other'],
  });
  const left = await octokit.rest.issues.removeLabel({
    ...shop,
    issue_number: 1,
    name: 'easy/first',
  });
  expect(left.data.map(({ name }) => name)).toEqual(['other']);
  await octokit.rest.issues.deleteLabel({ ...shop, name: 'other' });
  const issue = await octokit.rest.issues.get({ ...shop, issue_number: 1 });
  expect(issue.data.labels).toEqual([]);
});

it('counts reactions, one of each kind for a person', async () => {
  const issue = { ...shop, issue_number: 1 };
  await octokit.rest.issues.create({ ...shop, title: 'x' });
  const react = () =>
    octokit.rest.reactions.createForIssue({ ...issue, content: 'heart' });
  const first = await react();
  const second = await react();
  expect([first.status, second.status]).toEqual([201, 200]);
  const { data } = await octokit.rest.issues.get(issue);
  expect(data.reactions).toMatchObject({ total_count: 1, heart: 1, '+1': 0 });
  const foreign = await acme.call(
    `DELETE /repos/acme/shop/issues/1/reactions/${first.data.id}`,
    { as: 'oscar' },
  );
  expect(foreign.status).toBe(403);
});

it('lists issues of all repositories that concern a person', async () => {
  await octokit.rest.issues.create({
    ...shop,
    title: 'For olivia',
    assignees: ['olivia'],
  });
  const mine = await acme.call('GET /issues', { as: 'olivia' });
  expect(mine.body).toMatchObject([
    { title: 'For olivia', repository: { full_name: 'acme/shop' } },
  ]);
  const created = await acme.call('GET /user/issues?filter=created', {
    as: 'mel',
  });
  expect(created.body).toHaveLength(1);
  expect((await acme.call('GET /issues')).status).toBe(401);
});
