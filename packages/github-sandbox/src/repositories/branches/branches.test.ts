import { stopCleanly } from '../../testing/stopCleanly';
import { startTestSandbox } from '../../testing/startTestSandbox';

let test: Awaited<ReturnType<typeof startTestSandbox>>;

beforeEach(async () => {
  test = await startTestSandbox();
});
afterEach(() => stopCleanly(test));

const post = (path: string, body: object, as: 'mel' | 'olivia' = 'mel') =>
  test.call(`POST /repos/acme/shop/${path}`, { as, body });
const write = (file: string, content: string, target = 'main') =>
  test.call(`PUT /repos/acme/shop/contents/${file}`, {
    as: 'mel',
    body: {
      message: `Write ${file}`,
      content: Buffer.from(content).toString('base64'),
      branch: target,
    },
  });

async function branch(name: string) {
  const { body } = await test.call('GET /repos/acme/shop/commits/main');
  await post('git/refs', { ref: `refs/heads/${name}`, sha: body.sha });
}

describe('branches', () => {
  it('are listed, and found with slashes in their names', async () => {
    await branch('feature/x');
    test.shop.branchProtection.main = {
      required_status_checks: { contexts: ['ci'], checks: [] },
      enforce_admins: { enabled: true },
    };
    const all = await test.call('GET /repos/acme/shop/branches');
    expect(
      all.body.map((one: { name: string; protected: boolean }) => [
        one.name,
        one.protected,
      ]),
    ).toEqual([
      ['feature/x', false],
      ['main', true],
    ]);
    const only = await test.call(
      'GET /repos/acme/shop/branches?protected=true',
    );
    expect(only.body[0].protection.required_status_checks).toMatchObject({
      enforcement_level: 'everyone',
      contexts: ['ci'],
    });
    for (const name of ['feature/x', 'feature%2Fx']) {
      const one = await test.call(`GET /repos/acme/shop/branches/${name}`);
      expect(one.body.name).toBe('feature/x');
    }
    const missing = await test.call('GET /repos/acme/shop/branches/nope');
    expect(missing.body.message).toBe('Branch not found');
  });

  it('are renamed with all that names them', async () => {
    test.shop.branchProtection.main = { allow_deletions: false };
    const { status, body } = await post(
      'branches/main/rename',
      { new_name: 'trunk' },
      'olivia',
    );
    expect(status).toBe(201);
    expect(body).toMatchObject({ name: 'trunk', protected: true });
    const repository = await test.call('GET /repos/acme/shop');
    expect(repository.body.default_branch).toBe('trunk');
    const old = await test.call('GET /repos/acme/shop/branches/main');
    expect(old.status).toBe(404);
    const git = await test.sandbox.git.open({ id: String(test.shop.id) });
    expect(git.head()).toEqual({ branch: 'trunk' });
  });
});

describe('merging', () => {
  it('makes a commit of two parents', async () => {
    await branch('x');
    await write('ours', '1', 'x');
    await write('theirs', '2');
    const merged = await post('merges', { base: 'main', head: 'x' });
    expect(merged.status).toBe(201);
    expect(merged.body.commit.message).toBe('Merge x into main');
    expect(merged.body.parents).toHaveLength(2);
    const again = await post('merges', { base: 'main', head: 'x' });
    expect(again.status).toBe(204);
  });

  it('stops at a conflict, and at what is not there', async () => {
    await branch('x');
    await write('file', '1', 'x');
    await write('file', '2');
    const conflict = await post('merges', { base: 'main', head: 'x' });
    expect(conflict.status).toBe(409);
    expect(conflict.body.message).toBe('Merge conflict');
    const base = await post('merges', { base: 'nope', head: 'x' });
    expect(base.body.message).toBe('Base does not exist');
    const head = await post('merges', { base: 'main', head: 'nope' });
    expect(head.body.message).toBe('Head does not exist');
  });

  it('keeps to the protection of the base', async () => {
    test.shop.branchProtection.main = { required_pull_request_reviews: {} };
    await branch('x');
    await write('ours', '1', 'x');
    expect((await post('merges', { base: 'main', head: 'x' })).status).toBe(
      409,
    );
  });
});
