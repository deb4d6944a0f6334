import { readOpenApi } from '../testing/published/readOpenApi';
import { startTestSandbox } from '../testing/startTestSandbox';

jest.setTimeout(120_000);

const R = '/repos/{owner}/{repo}';
const SHOP = '/repos/acme/shop';
const README = 'contents/README.md';

type Caller = 'olivia' | 'mel';
interface Step {
  /** As GitHub's description has it. */
  route: string;
  /** What is asked; `{head}`, `{tree}` and so on stand for what earlier steps answered. */
  path: string;
  status: number;
  body?: object;
  as?: Caller;
  /** Keeps the `sha` of the answer under this name. */
  keep?: string;
}
const step = (
  route: string,
  path: string,
  status = 200,
  more: Omit<Step, 'route' | 'path' | 'status'> = {},
): Step => ({ route, path, status, ...more });
const content = Buffer.from('x\n').toString('base64');

const STEPS: Step[] = [
  step(`GET ${R}`, SHOP),
  step('GET /orgs/{org}/repos', '/orgs/acme/repos'),
  step('GET /users/{username}/repos', '/users/acme/repos'),
  step('GET /user/repos', '/user/repos'),
  step('GET /repositories', '/repositories'),
  step('POST /orgs/{org}/repos', '/orgs/acme/repos', 201, {
    body: { name: 'new', auto_init: true, license_template: 'mit' },
  }),
  step('POST /orgs/{org}/repos', '/orgs/acme/repos', 422, {
    body: { name: 'new' },
  }),
  step('POST /user/repos', '/user/repos', 201, {
    body: { name: 'mine', auto_init: true, is_template: true },
  }),
  step(
    'POST /repos/{template_owner}/{template_repo}/generate',
    '/repos/olivia/mine/generate',
    201,
    { body: { name: 'generated', owner: 'acme' } },
  ),
  step(`POST ${R}/forks`, `${SHOP}/forks`, 202, { as: 'mel', body: {} }),
  step(`GET ${R}/forks`, `${SHOP}/forks`),
  step(`GET ${R}`, '/repos/mel/shop'),
  step(`PUT ${R}/topics`, `${SHOP}/topics`, 200, { body: { names: ['a'] } }),
  step(`GET ${R}/topics`, `${SHOP}/topics`),
  step(`GET ${R}/languages`, `${SHOP}/languages`),
  step(`GET ${R}/contributors`, `${SHOP}/contributors`),
  step(`GET ${R}/contributors`, '/repos/acme/empty/contributors', 204),
  step(`GET ${R}/teams`, `${SHOP}/teams`),
  step(`GET ${R}/community/profile`, `${SHOP}/community/profile`),
  step(`GET ${R}/collaborators`, `${SHOP}/collaborators`),
  step(
    `PUT ${R}/collaborators/{username}`,
    `${SHOP}/collaborators/oscar`,
    204,
    { body: {} },
  ),
  step(
    `GET ${R}/collaborators/{username}/permission`,
    `${SHOP}/collaborators/oscar/permission`,
  ),
  step('PUT /user/starred/{owner}/{repo}', '/user/starred/acme/shop', 204),
  step('GET /user/starred', '/user/starred'),
  step('GET /users/{username}/starred', '/users/olivia/starred'),
  step(`GET ${R}/stargazers`, `${SHOP}/stargazers`),
  step(`PUT ${R}/subscription`, `${SHOP}/subscription`, 200, { body: {} }),
  step(`GET ${R}/subscription`, `${SHOP}/subscription`),
  step(`GET ${R}/subscribers`, `${SHOP}/subscribers`),
  step('GET /user/subscriptions', '/user/subscriptions'),
  step(`GET ${R}/contents/{path}`, `${SHOP}/${README}`),
  step(`GET ${R}/contents/{path}`, `${SHOP}/contents/src`),
  step(`GET ${R}/contents/{path}`, `/repos/acme/vault/${README}`),
  step(`GET ${R}/contents/{path}`, `${SHOP}/contents/nope`, 404),
  step(`GET ${R}/readme`, `${SHOP}/readme`),
  step(`GET ${R}/license`, '/repos/acme/new/license'),
  step(`PUT ${R}/contents/{path}`, `${SHOP}/contents/a%2Fb`, 201, {
    body: { message: 'Add', content },
  }),
  step(`PUT ${R}/contents/{path}`, `${SHOP}/contents/a/b`, 422, {
    body: { message: 'Again', content },
  }),
  step(`DELETE ${R}/contents/{path}`, `${SHOP}/contents/a/b`, 200, {
    body: {
      message: 'Delete',
      sha: '587be6b4c3f93f93c489c0111bba5596147a26cb',
    },
  }),
  step(`GET ${R}/commits`, `${SHOP}/commits`),
  step(`GET ${R}/commits/{ref}`, `${SHOP}/commits/main`, 200, { keep: 'head' }),
  step(`GET ${R}/commits/{ref}`, `${SHOP}/commits/nope`, 422),
  step(`POST ${R}/git/blobs`, `${SHOP}/git/blobs`, 201, {
    body: { content: 'x' },
    keep: 'blob',
  }),
  step(`GET ${R}/git/blobs/{file_sha}`, `${SHOP}/git/blobs/{blob}`),
  step(`POST ${R}/git/trees`, `${SHOP}/git/trees`, 201, {
    body: {
      base_tree: '{head}',
      tree: [{ path: 'x/y', mode: '100644', type: 'blob', sha: '{blob}' }],
    },
    keep: 'tree',
  }),
  step(
    `GET ${R}/git/trees/{tree_sha}`,
    `${SHOP}/git/trees/{tree}?recursive=true`,
  ),
  step(`POST ${R}/git/commits`, `${SHOP}/git/commits`, 201, {
    body: { message: 'Commit', tree: '{tree}', parents: ['{head}'] },
    keep: 'commit',
  }),
  step(`GET ${R}/git/commits/{commit_sha}`, `${SHOP}/git/commits/{commit}`),
  step(`POST ${R}/git/refs`, `${SHOP}/git/refs`, 201, {
    body: { ref: 'refs/heads/feature/x', sha: '{commit}' },
  }),
  step(`POST ${R}/git/refs`, `${SHOP}/git/refs`, 422, {
    body: { ref: 'refs/heads/feature/x', sha: '{commit}' },
  }),
  step(`GET ${R}/git/ref/{ref}`, `${SHOP}/git/ref/heads%2Ffeature%2Fx`),
  step(`GET ${R}/git/matching-refs/{ref}`, `${SHOP}/git/matching-refs/heads/`),
  step(`PATCH ${R}/git/refs/{ref}`, `${SHOP}/git/refs/heads/feature/x`, 200, {
    body: { sha: '{head}', force: true },
  }),
  step(`PATCH ${R}/git/refs/{ref}`, `${SHOP}/git/refs/heads/feature/x`, 200, {
    body: { sha: '{commit}' },
  }),
  step(`GET ${R}/compare/{basehead}`, `${SHOP}/compare/main...feature%2Fx`),
  step(`GET ${R}/compare/{basehead}`, `${SHOP}/compare/main...mel:main`),
  step(
    `GET ${R}/commits/{commit_sha}/branches-where-head`,
    `${SHOP}/commits/{commit}/branches-where-head`,
  ),
  step(`POST ${R}/merges`, `${SHOP}/merges`, 201, {
    body: { base: 'main', head: 'feature/x' },
  }),
  step(`POST ${R}/merges`, `${SHOP}/merges`, 204, {
    body: { base: 'main', head: 'feature/x' },
  }),
  step(
    `POST ${R}/branches/{branch}/rename`,
    `${SHOP}/branches/feature%2Fx/rename`,
    201,
    { body: { new_name: 'feature/y' } },
  ),
  step(`GET ${R}/branches`, `${SHOP}/branches`),
  step(`GET ${R}/branches/{branch}`, `${SHOP}/branches/feature/y`),
  step(`DELETE ${R}/git/refs/{ref}`, `${SHOP}/git/refs/heads/feature/y`, 204),
  step(`POST ${R}/git/tags`, `${SHOP}/git/tags`, 201, {
    body: { tag: 'v1', message: 'One', object: '{head}', type: 'commit' },
    keep: 'tag',
  }),
  step(`GET ${R}/git/tags/{tag_sha}`, `${SHOP}/git/tags/{tag}`),
  step(`POST ${R}/git/refs`, `${SHOP}/git/refs`, 201, {
    body: { ref: 'refs/tags/v1', sha: '{tag}' },
  }),
  step(`GET ${R}/tags`, `${SHOP}/tags`),
  step(`POST ${R}/merge-upstream`, '/repos/mel/shop/merge-upstream', 200, {
    as: 'mel',
    body: { branch: 'main' },
  }),
  step(`GET ${R}/tarball/{ref}`, `${SHOP}/tarball/main`, 302),
  step(`GET ${R}/zipball/{ref}`, '/repos/acme/vault/zipball/main', 302),
  step('GET /licenses', '/licenses'),
  step('GET /licenses/{license}', '/licenses/mit'),
  step('GET /gitignore/templates', '/gitignore/templates'),
  step('GET /gitignore/templates/{name}', '/gitignore/templates/node'),
  step('GET /search/repositories', '/search/repositories?q=shop'),
  step('GET /search/repositories', '/search/repositories', 422),
  step('GET /search/code', '/search/code?q=shop+org:acme'),
  step('GET /search/users', '/search/users?q=oli'),
  step('GET /search/topics', '/search/topics?q=a'),
  step('GET /search/commits', '/search/commits?q=first'),
  step(`PATCH ${R}`, SHOP, 200, { body: { name: 'store' } }),
  step(`GET ${R}`, SHOP, 301),
  step(`POST ${R}/transfer`, '/repos/acme/store/transfer', 202, {
    body: { new_owner: 'olivia' },
  }),
  step(`DELETE ${R}`, '/repos/olivia/store', 204),
];

it("answers as GitHub's description says", async () => {
  const openApi = await readOpenApi();
  const test = await startTestSandbox();
  const kept: Record<string, string> = {};
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (_, name) => kept[name]);
  const problems: string[] = [];

  for (const { route, path, status, body, as = 'olivia', keep } of STEPS) {
    const answer = await test.call(`${route.split(' ')[0]} ${fill(path)}`, {
      as,
      body: body && JSON.parse(fill(JSON.stringify(body))),
    });
    if (keep) kept[keep] = answer.body?.sha;
    const wrong =
      answer.status === status
        ? openApi.checkAnswer({ route, status, body: answer.body })
        : [`${answer.status} instead of ${status}: ${answer.text}`];
    problems.push(...wrong.map(problem => `${route} ${path}: ${problem}`));
  }
  expect(problems).toEqual([]);
  await test.stop();
  expect(test.errors).toEqual([]);
});
