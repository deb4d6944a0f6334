import { startTestSandbox } from '../../testing/startTestSandbox';
import { stopCleanly } from '../../testing/stopCleanly';

let sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
beforeEach(async () => {
  sandbox = await startTestSandbox();
});
afterEach(() => stopCleanly(sandbox));

const path = '/repos/acme/shop/rulesets';
const RULESET = {
  name: 'main',
  enforcement: 'active',
  conditions: { ref_name: { include: ['~DEFAULT_BRANCH'], exclude: [] } },
  rules: [{ type: 'pull_request', parameters: {} }],
};
const call = (route: string, body?: unknown) =>
  sandbox.call(route, { as: 'olivia', body });
const change = () =>
  sandbox.call('PUT /repos/acme/shop/contents/new.txt', {
    as: 'mel',
    body: { message: 'New', content: 'bmV3' },
  });
const rulesOf = async (branch: string) =>
  (await sandbox.call(`GET /repos/acme/shop/rules/branches/${branch}`)).body;

it('holds while it is active', async () => {
  const { body } = await call(`POST ${path}`, RULESET);
  expect((await change()).status).toBe(409);
  expect(await rulesOf('main')).toMatchObject([
    { type: 'pull_request', ruleset_id: body.id, ruleset_source: 'acme/shop' },
  ]);
  expect(await rulesOf('other')).toEqual([]);

  await call(`PUT ${path}/${body.id}`, { enforcement: 'disabled' });
  expect(await rulesOf('main')).toEqual([]);
  expect((await change()).status).toBe(201);
});

it('refuses rules that there are not, and names that are taken', async () => {
  const unknown = await call(`POST ${path}`, {
    ...RULESET,
    rules: [{ type: 'magic' }],
  });
  await call(`POST ${path}`, RULESET);
  const twice = await call(`POST ${path}`, RULESET);

  expect(unknown.body.errors).toEqual(["Invalid rule 'magic': "]);
  expect(twice.body.errors).toEqual(['Name must be unique']);
});

it('says only to administrators who may bypass it', async () => {
  const { body } = await call(`POST ${path}`, {
    ...RULESET,
    bypass_actors: [{ actor_id: 1, actor_type: 'OrganizationAdmin' }],
  });
  const read = async (as: 'mel' | 'olivia') =>
    (await sandbox.call(`GET ${path}/${body.id}`, { as })).body;

  expect(await read('olivia')).toHaveProperty('bypass_actors');
  expect(await read('mel')).not.toHaveProperty('bypass_actors');
  const remove = await sandbox.call(`DELETE ${path}/${body.id}`, { as: 'mel' });
  expect(remove.status).toBe(403);
});

it('shows those of the organisation that are about the repository', async () => {
  const post = (name: string, include: string[]) =>
    call('POST /orgs/acme/rulesets', {
      ...RULESET,
      name,
      conditions: {
        ...RULESET.conditions,
        repository_name: { include, exclude: [] },
      },
    });
  await post('shops', ['sh*']);
  await post('vaults', ['vault']);
  const names = async (query = '') =>
    (await call(`GET ${path}${query}`)).body.map(
      ({ name }: { name: string }) => name,
    );

  expect(await names()).toEqual(['shops']);
  expect(await names('?includes_parents=false')).toEqual([]);
  expect(await rulesOf('main')).toMatchObject([
    { ruleset_source_type: 'Organization', ruleset_source: 'acme' },
  ]);
});

interface Change {
  file?: string;
  message?: string;
  content?: string;
  branch?: string;
}
const put = (file: string, more: Change = {}) =>
  sandbox.call(`PUT /repos/acme/shop/contents/${file}`, {
    as: 'mel',
    body: {
      message: more.message ?? 'New',
      content: Buffer.from(more.content ?? 'new').toString('base64'),
      branch: more.branch,
    },
  });
const rule = (type: string, parameters: object = {}, more: object = {}) =>
  call(`POST ${path}`, {
    ...RULESET,
    ...more,
    rules: [{ type, parameters }],
  });

it.each<[string, object, object, Change, Change]>([
  [
    'commit_message_pattern',
    { operator: 'starts_with', pattern: 'fix:' },
    {},
    { message: 'fix: it' },
    { message: 'It' },
  ],
  [
    'commit_message_pattern',
    { operator: 'contains', pattern: 'WIP', negate: true },
    {},
    { message: 'Done' },
    { message: 'WIP: it' },
  ],
  [
    'commit_author_email_pattern',
    { operator: 'ends_with', pattern: '@acme.example', negate: true },
    { conditions: { ref_name: { include: ['refs/heads/x'], exclude: [] } } },
    {},
    { branch: 'x' },
  ],
  [
    'file_path_restriction',
    { restricted_file_paths: ['secrets/**'] },
    { target: 'push', conditions: null },
    { file: 'open/x' },
    { file: 'secrets/a/x' },
  ],
  [
    'file_extension_restriction',
    { restricted_file_extensions: ['*.exe'] },
    { target: 'push', conditions: null },
    { file: 'x.ts' },
    { file: 'x.exe' },
  ],
  [
    'max_file_path_length',
    { max_file_path_length: 10 },
    { target: 'push', conditions: null },
    { file: 'short.ts' },
    { file: 'a-long-name.ts' },
  ],
  [
    'max_file_size',
    { max_file_size: 1 },
    { target: 'push', conditions: null },
    {},
    { content: 'x'.repeat(1024 * 1024 + 1) },
  ],
])(
  'holds %s with %j to what is committed',
  async (type, parameters, more, fine, wrong) => {
    const main = await call('GET /repos/acme/shop/git/ref/heads/main');
    await call('POST /repos/acme/shop/git/refs', {
      ref: 'refs/heads/x',
      sha: main.body.object.sha,
    });
    expect((await rule(type, parameters, more)).status).toBe(201);
    const make = (named: Change) => put(named.file ?? 'new.txt', named);
    const refused = await make(wrong);
    expect(refused.status).toBe(409);
    expect(refused.body.message).toContain('Repository rule violations found');
    expect((await make(fine)).status).toBe(201);
  },
);

it('holds names of branches to their pattern', async () => {
  const all = {
    conditions: { ref_name: { include: ['~ALL'], exclude: [] } },
  };
  await rule(
    'branch_name_pattern',
    { operator: 'starts_with', pattern: 'feature/' },
    all,
  );
  const main = await call('GET /repos/acme/shop/git/ref/heads/main');
  const make = (name: string) =>
    call('POST /repos/acme/shop/git/refs', {
      ref: `refs/heads/${name}`,
      sha: main.body.object.sha,
    });
  expect((await make('other')).status).toBe(422);
  expect((await make('feature/x')).status).toBe(201);
  // A branch that has its name already may be changed.
  expect((await put('new.txt')).status).toBe(201);
});

it('lets no merge commit into a linear history', async () => {
  await rule('required_linear_history');
  const { body } = await call('GET /repos/acme/shop/git/ref/heads/main');
  await call('POST /repos/acme/shop/git/refs', {
    ref: 'refs/heads/topic',
    sha: body.object.sha,
  });
  await put('x.txt', { branch: 'topic' });
  const merged = await call('POST /repos/acme/shop/merges', {
    base: 'main',
    head: 'topic',
  });
  expect(merged.status).toBe(409);
  expect(merged.body.message).toContain('must not contain merge commits');
});

it('lets a pull request in only with a message as wanted', async () => {
  await rule('commit_message_pattern', {
    operator: 'starts_with',
    pattern: 'fix:',
  });
  const { body } = await call('GET /repos/acme/shop/git/ref/heads/main');
  await call('POST /repos/acme/shop/git/refs', {
    ref: 'refs/heads/topic',
    sha: body.object.sha,
  });
  await put('x.txt', { branch: 'topic' });
  const pull = await call('POST /repos/acme/shop/pulls', {
    title: 'P',
    head: 'topic',
    base: 'main',
  });
  const merge = (commit_title: string) =>
    call(`PUT /repos/acme/shop/pulls/${pull.body.number}/merge`, {
      merge_method: 'squash',
      commit_title,
    });
  const refused = await merge('It');
  expect(refused.status).toBe(405);
  expect(refused.body.message).toContain('Commit message must start with');
  expect((await merge('fix: it')).status).toBe(200);
});

it.each([
  ['merge_queue', {}, {}, 'the sandbox does not enforce it'],
  ['workflows', {}, {}, 'the sandbox does not enforce it'],
  ['creation', {}, { target: 'push' }, "not for the target 'push'"],
  ['max_file_size', { max_file_size: 1 }, {}, "not for the target 'branch'"],
  ['creation', {}, { target: 'repository' }, 'about repositories'],
  [
    'commit_message_pattern',
    { operator: 'regex', pattern: '(a+)+$' },
    {},
    'does not enforce regular expressions',
  ],
  ['commit_message_pattern', {}, {}, 'operator must be one of'],
  [
    'file_path_restriction',
    { restricted_file_paths: ['[a'] },
    { target: 'push' },
    'bracket',
  ],
])(
  'refuses %s with %j where it would not hold',
  async (type, parameters, more, reason) => {
    const answer = await rule(type, parameters, more);
    expect(answer.status).toBe(422);
    expect(answer.body.errors[0]).toContain(reason);
  },
);

it('refuses what is no pattern', async () => {
  const answer = await rule(
    'deletion',
    {},
    { conditions: { ref_name: { include: ['refs/heads/[a'], exclude: [] } } },
  );
  expect(answer.body.errors).toEqual([
    "Pattern 'refs/heads/[a' has a bracket that begins no class",
  ]);
  expect((await change()).status).toBe(201);
});
