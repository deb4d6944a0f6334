import type { Knex } from 'knex';
import { contentHashOf } from '../contentHashOf';
import { hashOf } from '../hashOf';
import type { KnownRepository } from '../MirrorView';
import type { WrittenRepository } from '../RepositoryStore';
import { openStore, repositoryOf } from './openStores';

const host = 'github.com';
const of = { host, owner: 'Acme' };

const written = (repository: KnownRepository): WrittenRepository => ({
  ...{ repository, matched: {} },
  contentHash: contentHashOf(repository),
});

/** What a store keeps of repositories, on any database. */
// eslint-disable-next-line jest/no-export -- a suite that two test files run, each on its database
export function describeRepositories(create: () => Promise<Knex>): void {
  async function open() {
    return await openStore(await create());
  }

  it('finds files by the targets of locations, whatever the case of owner and name', async () => {
    const { store } = await open();
    const repository = repositoryOf('shop');
    await store.repositories.write([written(repository)]);
    const at = async (target: string) =>
      await store.view.filesAt({ target: `https://github.com/${target}` });
    expect(await at('ACME/Shop/blob/main/catalog-info.yaml')).toEqual({
      state: 'present',
      files: [
        {
          url: 'https://github.com/ACME/Shop/blob/main/catalog-info.yaml',
          path: 'catalog-info.yaml',
          text: '# shop\n',
          oid: 'a'.repeat(40),
          seenAt: '2026-11-26T12:00:00.000Z',
        },
      ],
    });
    expect(await at('acme/shop/tree/main/catalog-info.yaml')).toMatchObject({
      state: 'present',
    });
    for (const target of [
      'acme/shop/blob/main/Catalog-info.yaml',
      'acme/shop/blob/dev/catalog-info.yaml',
      'acme/other/blob/main/catalog-info.yaml',
      'acme/shop',
    ]) {
      expect(await at(target)).toEqual({ state: 'unknown' });
    }
  });

  it('knows which repositories have an entity', async () => {
    const { store } = await open();
    const [shop, till] = ['shop', 'till'].map(name => repositoryOf(name));
    const entityRef = 'component:default/shop';
    const given = [{ provider: 'github-provider:a', entityRef, hash: 'h' }];
    await store.repositories.write([shop, till].map(written));
    const { id, databaseId, seenAt } = shop;
    await store.repositories.told([{ host, id, seenAt, given }]);
    expect(
      await store.repositories.holders({
        entityRefs: [entityRef, 'component:default/till'],
      }),
    ).toEqual([{ entityRef, host, id, databaseId }]);
  });

  it('keeps the text of a file that is written without, and forgets files that are not named any more', async () => {
    const { store } = await open();
    const repository = repositoryOf('shop');
    await store.repositories.write([written(repository)]);
    const [file] = repository.files;
    const { text, ...withoutText } = file;
    await store.repositories.write([
      written({
        ...repository,
        files: [withoutText, { ...file, path: 'new.yaml', state: 'absent' }],
      }),
    ]);
    const at = async (path: string) =>
      await store.view.filesAt({
        target: `${repository.url}/blob/main/${path}`,
      });
    expect(await at('catalog-info.yaml')).toMatchObject({ files: [{ text }] });
    expect(await at('new.yaml')).toEqual({ state: 'absent' });
    await store.repositories.write([written({ ...repository, files: [] })]);
    expect(await at('catalog-info.yaml')).toEqual({ state: 'unknown' });
  });

  it('does not replace what was seen later', async () => {
    const { store } = await open();
    const later = repositoryOf('shop', { description: 'later' });
    await store.repositories.write([written(later)]);
    const seenAt = '2026-11-26T11:59:59.000Z';
    await store.repositories.write([written(repositoryOf('shop', { seenAt }))]);
    const found = await store.view.repositoryAt({ url: later.url });
    expect(found?.description).toBe('later');
  });

  it('keeps what was seen last of what several replicas write at a time', async () => {
    const { store } = await open();
    const seconds = [9, 3, 7, 1, 5, 8, 2, 6, 4, 0];
    const names = ['a', 'b', 'c'];
    // Connections that are open, so that all begin at once.
    await Promise.all(seconds.map(() => store.repositories.count(of)));
    await Promise.all(
      seconds.map(async second => {
        const description = `at ${second}`;
        const seenAt = `2026-11-26T12:00:0${second}.000Z`;
        await store.repositories.write(
          names.map(name => {
            const [file] = repositoryOf(name).files;
            const files = [{ ...file, text: `# ${second}\n` }];
            return written(repositoryOf(name, { seenAt, description, files }));
          }),
        );
      }),
    );
    for (const name of names) {
      expect(
        await store.view.repositoryAt({ url: repositoryOf(name).url }),
      ).toMatchObject({ description: 'at 9', files: [{ text: '# 9\n' }] });
    }
  });

  it('does not take what a slower replica told the catalog for the latest', async () => {
    const { store } = await open();
    const early = repositoryOf('shop');
    const later = repositoryOf('shop', { seenAt: '2026-11-26T12:00:05.000Z' });
    const given = (hash: string) => [
      { provider: 'github-provider:a', entityRef: 'component:default/x', hash },
    ];
    const { id } = early;
    await store.repositories.write([written(early)]);
    await store.repositories.write([written(later)]);
    const tell = async ({ seenAt }: { seenAt: string }, hash: string) =>
      await store.repositories.told([{ host, id, seenAt, given: given(hash) }]);
    const stored = async () =>
      (await store.repositories.byIds({ host, ids: [id] })).get(id);
    await tell(early, 'old');
    expect(await stored()).toMatchObject({ pending: true, given: [] });
    await tell(later, 'new');
    expect(await stored()).toMatchObject({ pending: false });
    // Now the catalog has the old one, and is to be told once more.
    await tell(early, 'old');
    expect(await stored()).toMatchObject({
      pending: true,
      given: given('new'),
    });
  });

  it('remembers what the catalog was given, and of what it was not told', async () => {
    const { store } = await open();
    const names = ['a', 'b', 'c'];
    await store.repositories.write(
      names.map(name => written(repositoryOf(name))),
    );
    expect(await store.repositories.pending(of)).toHaveLength(3);
    const { seenAt } = repositoryOf('a');
    const given = {
      provider: 'github-provider:default',
      entityRef: 'location:default/a',
      hash: hashOf('a'),
      stamp: { commit: 'c0ffee', seenAt, lagMs: 5 },
    };
    await store.repositories.told([
      { host, id: 'R_a', seenAt, given: [given] },
      { host, id: 'R_b', seenAt, given: [] },
    ]);
    expect(await store.repositories.pending(of)).toEqual(['R_c']);
    expect(await store.repositories.count(of)).toEqual({
      known: 3,
      mirrored: 1,
    });
    const found = await store.repositories.byIds({ host, ids: ['R_a'] });
    expect(found.get('R_a')?.given).toEqual([given]);
    await store.repositories.forget({ host, ids: ['R_a', 'R_b'] });
    expect(await store.repositories.count(of)).toEqual({
      known: 1,
      mirrored: 0,
    });
  });
}
