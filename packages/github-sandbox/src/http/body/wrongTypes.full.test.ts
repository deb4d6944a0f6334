import { features } from '../../features';
import { startTestSandbox } from '../../testing/startTestSandbox';
import type { BodyShape } from './BodyShape';
import shapes from './bodyShapes.json';

/** Values of each type, one of which is wrong for any field. */
const VALUES = [{ a: 1 }, [{ a: 1 }], [null], 'text', 5.5, true, null];
/** They end what the other requests are about. */
const LAST =
  /transfer|archive|rename|^DELETE|^PATCH \/repos\/\{owner\}\/\{repo\}$|^PATCH \/orgs\/\{org\}$/;
/** What is read after all of it. */
const READS = [
  'GET /repos/acme/shop',
  'GET /repos/acme/shop/issues',
  'GET /repos/acme/shop/issues/1',
  'GET /repos/acme/shop/issues/1/comments',
  'GET /repos/acme/shop/issues/1/timeline',
  'GET /repos/acme/shop/pulls',
  'GET /repos/acme/shop/pulls/2',
  'GET /repos/acme/shop/pulls/2/reviews',
  'GET /repos/acme/shop/labels',
  'GET /repos/acme/shop/milestones?state=all',
  'GET /repos/acme/shop/releases',
  'GET /repos/acme/shop/deployments',
  'GET /repos/acme/shop/environments',
  'GET /repos/acme/shop/commits/main/status',
  'GET /repos/acme/shop/commits/main/check-runs',
  'GET /repos/acme/shop/branches/main/protection',
  'GET /repos/acme/shop/rulesets',
  'GET /repos/acme/shop/rules/branches/main',
  'GET /repos/acme/shop/hooks',
  'GET /repos/acme/shop/keys',
  'GET /orgs/acme',
  'GET /orgs/acme/teams',
  'GET /orgs/acme/rulesets',
  'GET /orgs/acme/hooks',
  'GET /user',
  'GET /search/issues?q=first+repo:acme/shop',
];

let sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
let ids: Record<string, string>;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  const { limits } = sandbox.sandbox;
  limits.enter = () => ({ outcome: 'entered', release: () => undefined });
  limits.take = options => ({
    outcome: 'taken',
    status: limits.status(options),
  });
  const call = async (route: string, body?: object) =>
    (await sandbox.call(route, { as: 'olivia', body })).body;
  const shop = '/repos/acme/shop';
  const main = (await call(`GET ${shop}/git/ref/heads/main`)).object.sha;
  await call(`POST ${shop}/issues`, { title: 'first' });
  await call(`POST ${shop}/git/refs`, { ref: 'refs/heads/topic', sha: main });
  await call(`PUT ${shop}/contents/x.txt`, {
    message: 'x',
    content: 'aGk=',
    branch: 'topic',
  });
  await call(`POST ${shop}/pulls`, { title: 'P', head: 'topic', base: 'main' });
  const comment = await call(`POST ${shop}/issues/1/comments`, { body: 'c' });
  const hook = await call(`POST ${shop}/hooks`, {
    config: { url: 'http://localhost:1/x' },
    active: false,
  });
  const release = await call(`POST ${shop}/releases`, { tag_name: 'v1' });
  await call(`POST ${shop}/milestones`, { title: 'm' });
  await call(`PUT ${shop}/environments/text`, {});
  const ruleset = await call(`POST ${shop}/rulesets`, {
    name: 'r',
    enforcement: 'disabled',
    rules: [],
  });
  await call(`PUT ${shop}/branches/main/protection`, {
    required_status_checks: { strict: true, contexts: ['ci'] },
    enforce_admins: false,
    required_pull_request_reviews: {},
    restrictions: null,
  });
  ids = {
    owner: 'acme',
    repo: 'shop',
    org: 'acme',
    username: 'mel',
    branch: 'main',
    ref: 'heads/topic',
    path: 'README.md',
    team_slug: 'web',
    issue_number: '1',
    pull_number: '2',
    milestone_number: '1',
    comment_id: String(comment.id),
    hook_id: String(hook.id),
    release_id: String(release.id),
    ruleset_id: String(ruleset.id),
    environment_name: 'text',
    commit_sha: main,
    sha: main,
  };
});
afterAll(() => sandbox.stop());

/** What a field may be, so that the others of a body are right while one is wrong. */
function example(name: string, shape: BodyShape): unknown {
  const known: Record<string, unknown> = {
    sha: ids.sha,
    head_sha: ids.sha,
    commit_id: ids.sha,
    object: ids.sha,
    tree: ids.sha,
    head: 'topic',
    base: 'main',
    ref: 'main',
    state: 'success',
    color: 'ff0000',
    content: 'aGk=',
    due_on: '2026-12-01T00:00:00Z',
    enforcement: 'disabled',
    target: 'branch',
    url: 'http://localhost:1/x',
  };
  if (typeof shape !== 'string') {
    if (shape.object) {
      return Object.fromEntries(
        Object.entries(shape.object).map(([key, one]) => [
          key,
          example(key, one),
        ]),
      );
    }
    return shape.array === undefined ? {} : [example(name, shape.array)];
  }
  if (/string/.test(shape)) return known[name] ?? 'text';
  if (/integer|number/.test(shape)) return 1;
  return shape === 'boolean' ? true : {};
}

/** A route with names of what there is. */
function placed(route: string): string {
  return route.replace(/\{(\w+)\}/g, (_, name) => ids[name] ?? '1');
}

/** A value with another in the place of each of its fields, as deep as they go. */
function within(whole: unknown, value: unknown): unknown[] {
  if (Array.isArray(whole)) {
    return within(whole[0], value).map(inner => [inner]);
  }
  if (typeof whole !== 'object' || whole === null) return [];
  return Object.entries(whole).flatMap(([key, one]) => [
    { ...whole, [key]: value },
    ...within(one, value).map(inner => ({ ...whole, [key]: inner })),
  ]);
}

it('answers no body of wrong types with 5xx, and keeps nothing that breaks reading', async () => {
  const requests = features
    .flatMap(({ routes = [] }) => routes.map(({ route }) => route))
    .filter(route => !LAST.test(route) && route in shapes)
    .flatMap(route => {
      const shape = (shapes as Record<string, BodyShape>)[route];
      const whole = example('', shape) as Record<string, unknown>;
      const others = Object.keys(whole).flatMap(field =>
        VALUES.flatMap(value => [
          { route, body: { ...whole, [field]: value } },
          { route, body: { [field]: value } },
          ...within(whole[field], value).map(inner => ({
            route,
            body: { ...whole, [field]: inner },
          })),
        ]),
      );
      return [{ route, body: whole }, ...others];
    });
  const answered = [];
  for (const { route, body } of requests) {
    const { status } = await sandbox.call(placed(route), {
      as: 'olivia',
      body,
    });
    answered.push({ status, route, body: JSON.stringify(body) });
  }
  expect(answered.filter(({ status }) => status >= 500)).toEqual([]);
  expect(
    answered.filter(({ status }) => status === 422).length,
  ).toBeGreaterThan(500);

  const reads = [];
  for (const read of READS) {
    const { status } = await sandbox.call(read, { as: 'olivia' });
    reads.push({ read, status });
  }
  expect(reads).toEqual(READS.map(read => ({ read, status: 200 })));
}, 120_000);
