import { stopCleanly } from '../testing/stopCleanly';
import { startTestSandbox } from '../testing/startTestSandbox';

let test: Awaited<ReturnType<typeof startTestSandbox>>;

beforeEach(async () => {
  test = await startTestSandbox({
    files: {
      'catalog-info.yaml': 'kind: Component\n',
      'src/index.ts': 'export const price = 1;\n',
      'docs/index.md': 'The price\n',
    },
  });
  test.shop.topics = ['web', 'retail'];
  test.shop.description = 'Sells things';
});
afterEach(() => stopCleanly(test));

async function search(
  path: string,
  q: string,
  as?: 'olivia' | 'mel' | 'oscar',
) {
  const query = new URLSearchParams({ q });
  return test.call(`GET /search/${path}?${query}`, { as });
}
const found = async (...options: Parameters<typeof search>) => {
  const { body } = await search(...options);
  return body.items.map(
    (item: { full_name?: string; path?: string; login?: string }) =>
      item.full_name ?? item.path ?? item.login,
  );
};

describe('repositories', () => {
  it('are found by what they are about', async () => {
    expect(await found('repositories', 'things')).toEqual(['acme/shop']);
    expect(await found('repositories', 'things in:name')).toEqual([]);
    expect(await found('repositories', 'topic:web')).toEqual(['acme/shop']);
    expect(await found('repositories', '-topic:web org:acme')).toEqual([
      'acme/empty',
    ]);
    expect(await found('repositories', 'language:typescript')).toEqual([
      'acme/shop',
    ]);
    expect(await found('repositories', 'org:acme stars:>0')).toEqual([]);
    expect(await found('repositories', 'repo:acme/shop')).toEqual([
      'acme/shop',
    ]);
  });

  it('are those that the viewer may see', async () => {
    expect(await found('repositories', 'vault org:acme', 'oscar')).toEqual([]);
    expect(await found('repositories', 'vault org:acme', 'olivia')).toEqual([
      'acme/vault',
    ]);
    expect(
      await found('repositories', 'is:private org:acme', 'olivia'),
    ).toEqual(['acme/vault']);
  });

  it('leave out forks', async () => {
    await test.call('POST /repos/acme/shop/forks', { as: 'mel', body: {} });
    expect(await found('repositories', 'shop')).toEqual(['acme/shop']);
    expect(await found('repositories', 'shop fork:true')).toEqual([
      'acme/shop',
      'mel/shop',
    ]);
    expect(await found('repositories', 'shop fork:only')).toEqual(['mel/shop']);
  });

  it('need a query about something that is there', async () => {
    expect((await search('repositories', '')).status).toBe(422);
    const hidden = await search('repositories', 'repo:acme/vault', 'oscar');
    expect(hidden.status).toBe(422);
    expect(hidden.body.errors[0].message).toMatch(/cannot be searched/);
    const far = await test.call(
      'GET /search/repositories?q=a&page=11&per_page=100',
    );
    expect(far.body.message).toBe(
      'Only the first 1000 search results are available',
    );
  });
});

describe('code', () => {
  it('is found by file name and place', async () => {
    expect(
      await found(
        'code',
        'filename:catalog-info.yaml extension:yaml repo:acme/shop',
        'mel',
      ),
    ).toEqual(['catalog-info.yaml']);
    expect(
      await found('code', 'index path:docs in:path repo:acme/shop', 'mel'),
    ).toEqual(['docs/index.md']);
  });

  it('is found by what is in it', async () => {
    expect(await found('code', 'price repo:acme/shop', 'mel')).toEqual([
      'docs/index.md',
      'src/index.ts',
    ]);
    expect(await found('code', 'price extension:ts org:acme', 'oscar')).toEqual(
      ['src/index.ts'],
    );
    const { body } = await test.call(
      'GET /search/code?q=price+repo:acme/shop',
      {
        as: 'mel',
        headers: { accept: 'application/vnd.github.text-match+json' },
      },
    );
    expect(body.items[0].text_matches[0].fragment).toContain('price');
  });

  it('is not for those who have not signed in', async () => {
    const { status, body } = await search('code', 'price');
    expect(status).toBe(401);
    expect(body.message).toBe('Requires authentication');
  });

  it('shows what was written just now', async () => {
    await test.call('PUT /repos/acme/shop/contents/new.txt', {
      as: 'mel',
      body: {
        message: 'New',
        content: Buffer.from('novelty').toString('base64'),
      },
    });
    expect(await found('code', 'novelty', 'mel')).toEqual(['new.txt']);
  });

  it('is for those who have signed in', async () => {
    // 403 where the limit of callers without a credential is what stops them.
    expect([401, 403]).toContain((await search('code', 'price')).status);
  });
});

describe('labels', () => {
  it('are found in one repository', async () => {
    for (const name of ['bug', 'help wanted']) {
      test.sandbox.state.labels.insert({
        id: test.sandbox.nextId(),
        repositoryId: test.shop.id,
        name,
        color: 'ff0000',
        description: null,
        default: false,
      });
    }
    const labels = async (id: number) =>
      test.call(`GET /search/labels?repository_id=${id}&q=help`);
    expect((await labels(test.shop.id)).body.items).toEqual([
      expect.objectContaining({ name: 'help wanted', score: 1 }),
    ]);
    expect((await labels(test.vault.id)).status).toBe(404);
  });
});

describe('people, topics and commits', () => {
  it('are found', async () => {
    expect(await found('users', 'oli')).toEqual(['olivia']);
    expect(await found('users', 'type:org')).toEqual(['acme']);
    const topics = await search('topics', 'retail');
    expect(topics.body.items).toEqual([
      expect.objectContaining({ name: 'retail', repository_count: 1 }),
    ]);
    const commits = await search('commits', 'first author:olivia');
    expect(commits.body).toMatchObject({
      total_count: 1,
      items: [{ repository: { full_name: 'acme/shop' } }],
    });
  });
});
