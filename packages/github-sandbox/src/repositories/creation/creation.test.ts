import { Octokit } from 'octokit';
import type { SandboxEvent } from '../../core/events/SandboxEvent';
import { fsck } from '../../git/__testUtils__/runClient';
import { stopCleanly } from '../../testing/stopCleanly';
import { startTestSandbox } from '../../testing/startTestSandbox';

let test: Awaited<ReturnType<typeof startTestSandbox>>;

beforeEach(async () => {
  test = await startTestSandbox();
});
afterEach(() => stopCleanly(test));

const create = (body: object, as: 'olivia' | 'mel' | 'oscar' = 'olivia') =>
  test.call('POST /orgs/acme/repos', { as, body });

describe('a new repository', () => {
  it('is empty unless it is asked for more', async () => {
    const { status, body, headers } = await create({ name: 'fresh' });
    expect(status).toBe(201);
    expect(headers.get('location')).toBe(`${test.url}/repos/acme/fresh`);
    expect(body).toMatchObject({
      full_name: 'acme/fresh',
      visibility: 'public',
      default_branch: 'main',
      size: 0,
    });
    const commits = await test.call('GET /repos/acme/fresh/commits');
    expect(commits.status).toBe(409);
    expect(commits.body.message).toBe('Git Repository is empty.');
    expect((await test.call('GET /repos/acme/fresh/branches')).body).toEqual(
      [],
    );
  });

  it('has the default labels, also as a fork or from a template', async () => {
    await create({ name: 'fresh' });
    test.shop.isTemplate = true;
    await test.call('POST /repos/acme/shop/generate', {
      as: 'mel',
      body: { owner: 'acme', name: 'copy' },
    });
    await test.call('POST /repos/acme/shop/forks', { as: 'oscar' });
    await test.sandbox.settled();
    for (const name of ['acme/fresh', 'acme/copy', 'oscar/shop']) {
      const { body } = await test.call(`GET /repos/${name}/labels`);
      expect(body).toHaveLength(9);
      expect(body[0]).toMatchObject({
        name: 'bug',
        color: 'd73a4a',
        default: true,
      });
    }
  });

  it('begins with the files that are asked for', async () => {
    const events: SandboxEvent[] = [];
    test.sandbox.events.on(event => {
      if (event.name !== 'check_suite') events.push(event);
    });
    const { body } = await create({
      name: 'fresh',
      description: 'New',
      auto_init: true,
      license_template: 'mit',
      gitignore_template: 'Node',
      visibility: 'internal',
      has_wiki: false,
      custom_properties: { tier: 'gold' },
    });
    expect(body).toMatchObject({
      visibility: 'internal',
      license: { spdx_id: 'MIT' },
      custom_properties: { tier: 'gold' },
      has_wiki: false,
    });
    const files = await test.call('GET /repos/acme/fresh/contents/', {
      as: 'olivia',
    });
    expect(files.body.map(({ name }: { name: string }) => name)).toEqual([
      '.gitignore',
      'LICENSE',
      'README.md',
    ]);
    const readme = await test.call('GET /repos/acme/fresh/readme', {
      as: 'olivia',
      headers: { accept: 'application/vnd.github.raw+json' },
    });
    expect(readme.text).toBe('# fresh\nNew');
    await test.sandbox.settled();
    expect(events.map(({ name }) => name)).toEqual([
      'repository',
      'create',
      'push',
    ]);
    const git = await test.sandbox.git.open({ id: String(body.id) });
    expect(await fsck(git.directory)).toBe('');
  });

  it('has a name of its own, with hyphens for what is not allowed', async () => {
    expect((await create({ name: 'a b/c' })).body.name).toBe('a-b-c');
    const taken = await create({ name: 'SHOP' });
    expect(taken.status).toBe(422);
    expect(taken.body).toMatchObject({
      message: 'Repository creation failed.',
      errors: [
        {
          resource: 'Repository',
          code: 'custom',
          field: 'name',
          message: 'name already exists on this account',
        },
      ],
    });
    expect((await create({})).status).toBe(422);
    expect((await create({ name: '..' })).status).toBe(422);
    expect((await create({ name: 'x', description: 5 })).status).toBe(422);
    expect((await create({ name: 'x', visibility: 'secret' })).status).toBe(
      422,
    );
  });

  it('is for members that may', async () => {
    expect((await create({ name: 'a' }, 'mel')).status).toBe(201);
    test.organisation.membersCanCreateRepositories = false;
    expect((await create({ name: 'b' }, 'mel')).status).toBe(403);
    expect((await create({ name: 'c' }, 'olivia')).status).toBe(201);
    expect((await create({ name: 'd' }, 'oscar')).status).toBe(404);
  });

  it('is administered by whoever made it', async () => {
    const { body } = await create({ name: 'a', private: true }, 'mel');
    expect(body.permissions.admin).toBe(true);
  });

  it('may be a person’s own', async () => {
    const octokit = new Octokit({ baseUrl: test.url, auth: test.tokens.oscar });
    const { data } = await octokit.rest.repos.createForAuthenticatedUser({
      name: 'mine',
      private: true,
    });
    expect(data.full_name).toBe('oscar/mine');
    expect((await test.call('GET /repos/oscar/mine')).status).toBe(404);
  });
});

describe('a template', () => {
  it('gives its files without its history', async () => {
    test.shop.isTemplate = true;
    await test.call('PUT /repos/acme/shop/contents/second', {
      as: 'olivia',
      body: { message: 'Second', content: '' },
    });
    const { status, body } = await test.call('POST /repos/acme/shop/generate', {
      as: 'mel',
      body: { name: 'copy', private: true },
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      full_name: 'mel/copy',
      template_repository: { full_name: 'acme/shop' },
    });
    const commits = await test.call('GET /repos/mel/copy/commits', {
      as: 'mel',
    });
    expect(commits.body).toHaveLength(1);
    expect(commits.body[0].commit.message).toBe('Initial commit');
    const file = await test.call('GET /repos/mel/copy/contents/second', {
      as: 'mel',
    });
    expect(file.status).toBe(200);
  });

  it('must be one', async () => {
    const { status } = await test.call('POST /repos/acme/shop/generate', {
      as: 'mel',
      body: { name: 'copy' },
    });
    expect(status).toBe(404);
  });
});

describe('a fork', () => {
  const fork = (as: 'mel' | 'olivia', body: object = {}) =>
    test.call('POST /repos/acme/shop/forks', { as, body });

  it('has the history, and is the only one of its owner', async () => {
    const { status, body } = await fork('mel');
    expect(status).toBe(202);
    expect(body).toMatchObject({
      full_name: 'mel/shop',
      fork: true,
      parent: { full_name: 'acme/shop' },
      source: { full_name: 'acme/shop' },
    });
    expect((await fork('mel')).body.id).toBe(body.id);
    const forks = await test.call('GET /repos/acme/shop/forks');
    expect(forks.body).toHaveLength(1);
    expect((await test.call('GET /repos/acme/shop')).body.forks_count).toBe(1);
  });

  it('is brought up to date', async () => {
    await fork('mel');
    const sync = () =>
      test.call('POST /repos/mel/shop/merge-upstream', {
        as: 'mel',
        body: { branch: 'main' },
      });
    expect((await sync()).body.merge_type).toBe('none');
    const write = (repository: string, file: string) =>
      test.call(`PUT /repos/${repository}/contents/${file}`, {
        as: 'mel',
        body: { message: file, content: '' },
      });
    await write('acme/shop', 'theirs');
    expect((await sync()).body.merge_type).toBe('fast-forward');
    await write('acme/shop', 'more');
    await write('mel/shop', 'ours');
    expect((await sync()).body.merge_type).toBe('merge');
    const files = await test.call('GET /repos/mel/shop/contents/');
    expect(files.body.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(['theirs', 'more', 'ours']),
    );
  });

  it('is not made of nothing, nor beside the original', async () => {
    const empty = await test.call('POST /repos/acme/empty/forks', {
      as: 'mel',
    });
    expect(empty.status).toBe(403);
    expect((await fork('olivia', { organization: 'acme' })).status).toBe(403);
  });
});
