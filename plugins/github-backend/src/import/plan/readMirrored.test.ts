import type { GithubRepositories } from '../../github/GithubRepositories';
import type { RepositoryRead } from '../../github/RepositoryRead';
import type { KnownRepository, MirrorView } from '../../store/MirrorView';
import { readMirrored } from './readMirrored';

const known = (
  name: string,
  change: Partial<KnownRepository> = {},
): KnownRepository => ({
  ...{ id: `id-${name}`, databaseId: 1, owner: 'acme', name },
  ...{ host: 'github.com', url: `https://github.com/acme/${name}` },
  ...{ visibility: 'public', isFork: false, isArchived: false },
  ...{ isEmpty: false, topics: [], hasWiki: false, updatedAt: '', seenAt: '' },
  ...{ defaultBranch: 'main', entityRefs: [] },
  files: [
    { ref: 'HEAD', path: 'catalog-info.yaml', state: 'absent', seenAt: '' },
  ],
  ...change,
});
const HINTS = { hasDocs: true, hasMkdocs: false };

async function read(repositories: KnownRepository[], withTexts?: boolean) {
  const lookUp = jest.fn(
    async ({ which }: { which: { id?: string }[] }) =>
      which.map(({ id }) =>
        id === 'id-unclear'
          ? { state: 'unknown', reason: 'the answer was cut off' }
          : {
              state: 'found',
              repository: {
                ...known(id!.slice(3)),
                files: { 'HEAD:catalog-info.yaml': { state: 'absent' } },
                hints: HINTS,
              } as RepositoryRead,
            },
      ) as never,
  );
  const filesAt = jest.fn<
    ReturnType<MirrorView['filesAt']>,
    Parameters<MirrorView['filesAt']>
  >(async ({ target: url }) => {
    const path = 'catalog-info.yaml';
    return url.endsWith(`/shop/blob/main/${path}`)
      ? {
          state: 'present',
          files: [{ url, path, text: 'a: 1', oid: '1', seenAt: '' }],
        }
      : { state: 'unknown' };
  });
  const result = await readMirrored({
    ...{ host: 'github.com', organisation: 'acme', known: repositories },
    wanted: { files: ['HEAD:catalog-info.yaml'], hints: true },
    ...{ withTexts, view: { filesAt } },
    github: { lookUp } as unknown as GithubRepositories,
    onProgress: async () => {},
  });
  return { ...result, lookUp, filesAt };
}

it('takes texts from the mirror, and asks GitHub only for what inference lacks', async () => {
  const { repositories, problems, lookUp } = await read([
    known('shop', {
      files: [
        {
          ref: 'HEAD',
          path: 'catalog-info.yaml',
          state: 'present',
          seenAt: '',
        },
      ],
    }),
    known('known', { hints: HINTS }),
    known('old', { isArchived: true }),
    known('plain'),
    known('unclear'),
  ]);
  expect(lookUp).toHaveBeenCalledTimes(1);
  expect(lookUp.mock.calls[0][0].which).toEqual([
    { id: 'id-plain' },
    { id: 'id-unclear' },
  ]);
  expect(repositories[0].files).toEqual({
    'HEAD:catalog-info.yaml': { state: 'present', oid: '', text: 'a: 1' },
  });
  expect(repositories[3].hints).toEqual(HINTS);
  expect(problems).toEqual(['acme/unclear: the answer was cut off']);
});

it('asks for fifty in a request', async () => {
  const many = Array.from({ length: 120 }, (_, index) => known(`r${index}`));
  const { lookUp, repositories } = await read(many);
  expect(lookUp.mock.calls.map(([{ which }]) => which.length)).toEqual([
    50, 50, 20,
  ]);
  expect(repositories.every(({ hints }) => hints)).toBe(true);
});

it.each([
  ['are there already', 'b: 2', true, 'present'],
  ['are not wanted', undefined, false, 'unread'],
])('asks for no texts that %s', async (_, text, withTexts, state) => {
  const path = 'catalog-info.yaml';
  const files = [
    { ref: 'HEAD', path, state: 'present' as const, seenAt: '', text },
  ];
  const { repositories, filesAt } = await read(
    [known('shop', { files })],
    withTexts,
  );
  expect(filesAt).not.toHaveBeenCalled();
  expect(repositories[0].files[`HEAD:${path}`]).toMatchObject({ state });
});
