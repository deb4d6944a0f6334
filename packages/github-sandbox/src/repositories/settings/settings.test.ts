import { Octokit } from 'octokit';
import type { SandboxEvent } from '../../core/events/SandboxEvent';
import { stopCleanly } from '../../testing/stopCleanly';
import { startTestSandbox } from '../../testing/startTestSandbox';

let test: Awaited<ReturnType<typeof startTestSandbox>>;
let events: SandboxEvent[];

beforeEach(async () => {
  test = await startTestSandbox();
  events = [];
  test.sandbox.events.on(event => {
    events.push(event);
  });
});
afterEach(() => stopCleanly(test));

describe('a repository', () => {
  it('shows people what they may do, and nobody else', async () => {
    const as = async (login?: 'olivia' | 'mel' | 'oscar') =>
      (await test.call('GET /repos/acme/shop', { as: login })).body;
    expect((await as('olivia')).permissions.admin).toBe(true);
    expect((await as('mel')).permissions).toEqual({
      admin: false,
      maintain: false,
      push: true,
      triage: true,
      pull: true,
    });
    expect((await as('oscar')).permissions).toMatchObject({
      push: false,
      pull: true,
    });
    expect(await as()).not.toHaveProperty('permissions');
    expect(await as('mel')).toHaveProperty('allow_squash_merge', true);
    expect(await as('oscar')).not.toHaveProperty('allow_squash_merge');
    expect(await as('olivia')).toHaveProperty('security_and_analysis');
    expect(await as('mel')).not.toHaveProperty('security_and_analysis');
  });

  it('has the addresses of the layout that was asked', async () => {
    const { body } = await test.call('GET /api/v3/repos/acme/shop');
    expect(body).toMatchObject({
      url: `${test.url}/api/v3/repos/acme/shop`,
      html_url: `${test.url}/acme/shop`,
      clone_url: `${test.url}/acme/shop.git`,
      archive_url: `${test.url}/api/v3/repos/acme/shop/{archive_format}{/ref}`,
      trees_url: `${test.url}/api/v3/repos/acme/shop/git/trees{/sha}`,
      size: 1,
      language: 'TypeScript',
      organization: { login: 'acme' },
    });
  });

  it('is empty without a push', async () => {
    const { body } = await test.call('GET /repos/acme/empty');
    expect(body).toMatchObject({ size: 0, language: null });
  });

  it('changes, and tells what', async () => {
    const { status, body } = await test.call('PATCH /repos/acme/shop', {
      as: 'olivia',
      body: {
        description: 'Sells things',
        homepage: 'https://shop.acme.example',
        private: true,
        has_wiki: false,
        allow_rebase_merge: false,
        delete_branch_on_merge: true,
      },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      description: 'Sells things',
      visibility: 'private',
      private: true,
      has_wiki: false,
      allow_rebase_merge: false,
      allow_squash_merge: true,
      delete_branch_on_merge: true,
    });
    await test.sandbox.settled();
    expect(events).toEqual([
      expect.objectContaining({ name: 'repository', action: 'privatized' }),
      expect.objectContaining({
        name: 'repository',
        action: 'edited',
        changes: {
          description: { from: null },
          homepage: { from: null },
        },
      }),
    ]);
  });

  it('needs a branch that exists as its default', async () => {
    const { status, body } = await test.call('PATCH /repos/acme/shop', {
      as: 'olivia',
      body: { default_branch: 'nope' },
    });
    expect(status).toBe(422);
    expect(body.errors[0].message).toBe(
      'The branch nope was not found. Please push that ref first or create it via the Git Database API.',
    );
  });

  it('is changed by administrators alone', async () => {
    const { status } = await test.call('PATCH /repos/acme/shop', {
      as: 'mel',
      body: { description: 'Mine' },
    });
    expect(status).toBe(403);
    expect(test.shop.description).toBeNull();
  });

  it('is archived, and comes back', async () => {
    const archive = (archived: boolean) =>
      test.call('PATCH /repos/acme/shop', { as: 'olivia', body: { archived } });
    expect((await archive(true)).body.archived).toBe(true);
    const write = await test.call('PUT /repos/acme/shop/contents/a', {
      as: 'olivia',
      body: { message: 'A', content: '' },
    });
    expect(write.status).toBe(403);
    expect((await archive(false)).body.archived).toBe(false);
  });
});

describe('a new name', () => {
  it('is reached under the old one, also by its number', async () => {
    const octokit = new Octokit({
      baseUrl: test.url,
      auth: test.tokens.olivia,
    });
    await octokit.rest.repos.update({
      owner: 'acme',
      repo: 'shop',
      name: 'store',
    });
    const { data } = await octokit.rest.repos.get({
      owner: 'acme',
      repo: 'shop',
    });
    expect(data.full_name).toBe('acme/store');
    const moved = await test.call('GET /repos/acme/shop/branches?per_page=1');
    expect(moved.status).toBe(301);
    const target = moved.headers.get('location')!.slice(test.url.length);
    expect(target).toMatch(/^\/repositories\/\d+\/branches/);
    const branches = await test.call(`GET ${target}`);
    expect(branches.body).toEqual([expect.objectContaining({ name: 'main' })]);
    await test.sandbox.settled();
    expect(events).toEqual([
      expect.objectContaining({
        action: 'renamed',
        changes: { repository: { name: { from: 'shop' } } },
      }),
    ]);
  });

  it('does not lead to what is hidden', async () => {
    const { status } = await test.call(`GET /repositories/${test.vault.id}`);
    expect(status).toBe(404);
  });

  it('must be free', async () => {
    const { status, body } = await test.call('PATCH /repos/acme/shop', {
      as: 'olivia',
      body: { name: 'Vault' },
    });
    expect(status).toBe(422);
    expect(body.errors[0].message).toBe('name already exists on this account');
  });

  it('goes to a repository that takes it later', async () => {
    await test.call('PATCH /repos/acme/shop', {
      as: 'olivia',
      body: { name: 'store' },
    });
    await test.call('POST /orgs/acme/repos', {
      as: 'olivia',
      body: { name: 'shop' },
    });
    const { status, body } = await test.call('GET /repos/acme/shop');
    expect(status).toBe(200);
    expect(body.id).not.toBe(test.shop.id);
  });
});

describe('the end of a repository', () => {
  it('takes what belongs to it along', async () => {
    await test.call('PUT /user/starred/acme/shop', { as: 'oscar' });
    const answer = await test.call('DELETE /repos/acme/shop', { as: 'olivia' });
    expect(answer.status).toBe(204);
    expect((await test.call('GET /repos/acme/shop')).status).toBe(404);
    expect(test.oscar.starred).toEqual([]);
    expect(test.web.repositories).toEqual([]);
    expect(test.sandbox.git.has({ id: String(test.shop.id) })).toBe(false);
  });

  it('is for administrators', async () => {
    const answer = await test.call('DELETE /repos/acme/shop', { as: 'mel' });
    expect(answer.status).toBe(403);
  });
});

describe('a transfer', () => {
  it('gives it to somebody else, and leads there', async () => {
    const answer = await test.call('POST /repos/acme/shop/transfer', {
      as: 'olivia',
      body: { new_owner: 'oscar', new_name: 'bazaar' },
    });
    expect(answer.status).toBe(202);
    expect(answer.body.full_name).toBe('oscar/bazaar');
    const old = await test.call('GET /repos/acme/shop');
    expect(old.status).toBe(301);
    await test.sandbox.settled();
    expect(events[0]).toMatchObject({
      action: 'transferred',
      changes: { owner: { from: { organization: { login: 'acme' } } } },
    });
  });
});

describe('what it is about', () => {
  it('has topics in lower case, and no wrong ones', async () => {
    const put = (names: string[]) =>
      test.call('PUT /repos/acme/shop/topics', {
        as: 'olivia',
        body: { names },
      });
    expect((await put(['Web', 'web', 'a-b'])).body.names).toEqual([
      'web',
      'a-b',
    ]);
    expect((await put(['not this'])).status).toBe(422);
    expect(
      (await put(Array.from({ length: 21 }, (_, i) => `t${i}`))).status,
    ).toBe(422);
    const { body } = await test.call('GET /repos/acme/shop');
    expect(body.topics).toEqual(['web', 'a-b']);
  });

  it('has languages and contributors', async () => {
    const languages = await test.call('GET /repos/acme/shop/languages');
    expect(languages.body).toEqual({ TypeScript: 11 });
    const contributors = await test.call('GET /repos/acme/shop/contributors');
    expect(contributors.body).toEqual([
      expect.objectContaining({ login: 'olivia', contributions: 1 }),
    ]);
  });
});
