import { knownFile, knownRepository } from '../__testUtils__/knownRepository';
import type { KnownRepository } from '../../store/MirrorView';
import { settingsOf } from '../__testUtils__/settingsOf';
import {
  COMPONENT,
  mirror,
  PAGE,
  plain,
  read,
  TARGET,
} from './__testUtils__/readWithMirror';

describe('MirrorReader with the URL of a repository', () => {
  it.each([PAGE, `${PAGE}/`, `${PAGE}/tree/main`])(
    'infers a component for %s, also where nothing else is inferred',
    async target => {
      const { emitted, isRead } = await read({
        processor: mirror({
          repositories: [knownRepository({ name: 'shop' })],
        }),
        target,
      });
      expect(isRead).toBe(true);
      expect(emitted).toMatchObject([
        {
          type: 'entity',
          location: { type: 'url', target: PAGE },
          entity: { kind: 'Component', metadata: { name: 'shop' } },
        },
        { type: 'refresh', key: `url:${TARGET}` },
        { type: 'refresh', key: `url:${PAGE}/blob/main/catalog-info.yaml` },
        { type: 'refresh' },
      ]);
    },
  );

  it('does so where a rule leaves the repository out of what is found', async () => {
    const settings = settingsOf({
      catalog: {
        inferred: {
          rules: [{ repository: 'acme/*', exclude: true, lifecycle: 'ruled' }],
        },
      },
    });
    const { emitted } = await read({
      processor: mirror({ repositories: [knownRepository()], settings }),
      target: PAGE,
    });
    expect(emitted[0]).toMatchObject({
      entity: { spec: { lifecycle: 'ruled' } },
    });
  });

  it('takes the descriptor where there is one', async () => {
    const { emitted } = await read({
      processor: mirror({
        repositories: [
          knownRepository({ files: [knownFile({ text: COMPONENT })] }),
        ],
      }),
      target: PAGE,
    });
    expect(emitted[0]).toMatchObject({
      location: { target: TARGET },
      entity: {
        metadata: { annotations: { 'callboard/source-commit': 'c0ffee' } },
      },
    });
  });

  it('fails where the descriptor could not be read, so that nothing is lost', async () => {
    const unread = knownFile({ state: 'unread', text: undefined });
    const { emitted } = await read({
      processor: mirror({
        repositories: [knownRepository({ files: [unread] })],
      }),
      target: PAGE,
    });
    expect(emitted.map(plain)[0]).toMatchObject({
      error: `Error: Unable to read url, GitHub did not give the text of ${TARGET}`,
    });
  });

  it('leaves another branch to others', async () => {
    const processor = mirror({ repositories: [knownRepository()] });
    const { isRead } = await read({ processor, target: `${PAGE}/tree/next` });
    expect(isRead).toBe(false);
  });

  it.each([
    ['does not know the repository', []],
    ['has not asked for its descriptor', [knownRepository({ files: [] })]],
    ['has not asked who owns it', [knownRepository({ hints: undefined })]],
  ])('asks GitHub where the mirror %s', async (_, repositories) => {
    const repository = knownRepository({
      files: [knownFile({ text: COMPONENT, path: 'other.yaml' })],
    });
    const { emitted } = await read({
      processor: mirror({
        repositories,
        found: { state: 'found', repository },
      }),
      target: PAGE,
    });
    expect(emitted[0]).toMatchObject({
      location: { target: `${PAGE}/tree/main/other.yaml` },
      entity: { metadata: { name: 'shop' } },
    });
  });

  it('says that there is no such repository, unless it need not be there', async () => {
    const processor = mirror({});
    const { emitted } = await read({ processor, target: PAGE });
    expect(emitted.map(plain)).toEqual([
      {
        type: 'error',
        location: { type: 'url', target: PAGE },
        error:
          "NotFoundError: Unable to read url, there is no repository acme/shop at github.com that the portal's credential may see",
      },
      { type: 'refresh', key: `url:${PAGE}` },
    ]);
    const optional = await read({ processor, target: PAGE, optional: true });
    expect(optional.emitted).toEqual([{ type: 'refresh', key: `url:${PAGE}` }]);
  });

  it('says what GitHub does not say, and takes what is known instead', async () => {
    const found = { state: 'unknown' as const, reason: 'GitHub was tired' };
    const alone = await read({ processor: mirror({ found }), target: PAGE });
    expect(alone.emitted.map(plain)[0]).toMatchObject({
      error: `Error: Unable to read url, ${PAGE}: GitHub was tired`,
    });
    const repositories = [knownRepository({ hints: undefined })];
    const known = await read({
      processor: mirror({ found, repositories }),
      target: PAGE,
    });
    expect(known.emitted[0]).toMatchObject({ entity: { kind: 'Component' } });
  });

  it('says since when there is no descriptor, as the mirror knows it', async () => {
    const absent = { ref: 'HEAD', path: 'catalog-info.yaml' } as const;
    const since = {
      commit: 'c0ffee',
      seenAt: '2026-11-26T10:00:00.000Z',
    };
    const known = knownRepository({
      hints: undefined,
      files: [{ ...absent, ...since, state: 'absent' }],
    });
    const seenAt = '2026-11-27T10:00:00.000Z';
    const looked = knownRepository({
      files: [{ ...absent, seenAt, state: 'absent' }],
    });
    const annotationsOf = async (repositories: KnownRepository[]) => {
      const { emitted } = await read({
        processor: mirror({
          repositories,
          found: { state: 'found', repository: looked },
        }),
        target: PAGE,
      });
      return (emitted[0] as any).entity.metadata.annotations;
    };
    expect(await annotationsOf([known])).toMatchObject({
      'callboard/source-commit': since.commit,
      'callboard/seen-at': since.seenAt,
    });
    // It would differ with each look.
    expect(await annotationsOf([])).not.toHaveProperty(['callboard/seen-at']);
  });

  it('has the owner that teams say, also where the mirror does not have the repository', async () => {
    const repository = knownRepository({
      hints: {
        hasDocs: false,
        hasMkdocs: false,
        codeowners: { path: 'CODEOWNERS', text: '* @acme/nobody-such' },
      },
    });
    const { emitted } = await read({
      processor: mirror({
        found: { state: 'found', repository },
        registered: async () => ({
          teams: [{ slug: 'web', permission: 'write' }],
          lacks: () => true,
        }),
      }),
      target: PAGE,
    });
    expect(emitted[0]).toMatchObject({
      entity: { spec: { owner: 'group:default/web' } },
    });
  });
});
