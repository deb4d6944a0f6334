import { mockServices } from '@backstage/backend-test-utils';
import { UrlReaderProcessor } from '@backstage/plugin-catalog-backend';
import type { CatalogProcessorResult } from '@backstage/plugin-catalog-node';
import type { FilesAnswer } from '../../store/MirrorView';
import { knownFile } from '../__testUtils__/knownRepository';
import { settingsOf } from '../__testUtils__/settingsOf';
import {
  COMPONENT,
  mirror,
  PAGE,
  plain,
  read,
  TARGET,
} from './__testUtils__/readWithMirror';
import { MirrorReader } from './MirrorReader';

/** Stock's processor, where the file has this text. */
function stock(text: string) {
  const reader = mockServices.urlReader.mock({
    async search(url) {
      return {
        files: [{ url, content: async () => Buffer.from(text) }],
        etag: '',
      };
    },
  });
  return new UrlReaderProcessor({ reader, logger: mockServices.logger.mock() });
}

function present(text: string, url = TARGET): FilesAnswer {
  const { path, oid, commit, seenAt, lagMs } = knownFile();
  const file = { url, path, oid: oid!, commit, seenAt, lagMs, text };
  return { state: 'present', files: [file] };
}

const isOwn = (annotations: unknown) =>
  Object.keys(annotations as object).every(key => key.startsWith('callboard/'));

/** Without the annotations of the mirror. */
function withoutOwn(results: CatalogProcessorResult[]) {
  return JSON.parse(
    JSON.stringify(results.map(plain), (_, value) =>
      value && typeof value === 'object' && !Array.isArray(value)
        ? Object.fromEntries(
            Object.entries(value).filter(
              ([key, inner]) =>
                !key.startsWith('callboard/') &&
                !(key === 'annotations' && isOwn(inner)),
            ),
          )
        : value,
    ),
  );
}

describe('MirrorReader', () => {
  it.each([
    ['one entity', COMPONENT],
    ['several documents', `${COMPONENT}---\nkind: API\nmetadata: {name: a}\n`],
    ['nothing', ''],
    ['YAML that is wrong', `${COMPONENT}---\nkind: [a\n`],
    ['something else than an entity', '- 1\n---\ntext\n---\n'],
    ['an entity without metadata', 'kind: Component\n'],
    ['metadata that are none', 'kind: Component\nmetadata: [1]\n'],
    ['annotations that are none', 'metadata: {name: a, annotations: text}\n'],
    ['a large file', `# ${'x'.repeat(900_000)}\n${COMPONENT}`],
  ])('emits what stock emits for %s', async (_, text) => {
    const theirs = await read({ processor: stock(text) });
    const ours = await read({
      processor: mirror({ files: { [TARGET]: present(text) } }),
    });
    expect(ours.isRead).toBe(true);
    expect(withoutOwn(ours.emitted)).toEqual(withoutOwn(theirs.emitted));
  });

  it('says which version it is, and takes no such word from a descriptor', async () => {
    const text = `${COMPONENT}    callboard/inferred: 'true'
    callboard/source-commit: forged
`;
    const { emitted } = await read({
      processor: mirror({ files: { [TARGET]: present(text) } }),
    });
    expect(emitted[0]).toMatchObject({
      type: 'entity',
      location: { type: 'url', target: TARGET },
    });
    const [{ entity }] = emitted as any[];
    expect(entity.metadata.annotations).toEqual({
      'own/one': 'stays',
      'callboard/source-commit': 'c0ffee',
      'callboard/source-file': 'catalog-info.yaml',
      'callboard/seen-at': '2026-01-02T00:00:00.000Z',
      'callboard/lag-ms': '120',
    });
  });

  it('emits all files of a pattern, each under its own URL', async () => {
    const target = `${PAGE}/tree/main/**/catalog-info.yaml`;
    const other = `${PAGE}/tree/main/b/catalog-info.yaml`;
    const files = [present(COMPONENT), present(COMPONENT, other)].flatMap(
      answer => (answer.state === 'present' ? answer.files : []),
    );
    const { emitted } = await read({
      processor: mirror({ files: { [target]: { state: 'present', files } } }),
      target,
    });
    expect(
      emitted.map(result =>
        result.type === 'entity' ? result.location.target : result,
      ),
    ).toEqual([TARGET, other, { type: 'refresh', key: `url:${target}` }]);
  });

  it.each([
    ['a file that is absent', { state: 'absent' } as const],
    ['a pattern without files', { state: 'present' as const, files: [] }],
  ])('emits nothing for %s and may be so', async (_, answer) => {
    const processor = mirror({ files: { [TARGET]: answer } });
    expect(await read({ processor, optional: true })).toEqual({
      isRead: true,
      emitted: [{ type: 'refresh', key: `url:${TARGET}` }],
    });
  });

  it.each([
    ['an absent file that must be there', TARGET, { state: 'absent' } as const],
    [
      'a pattern without files',
      TARGET,
      { state: 'present' as const, files: [] },
    ],
    ['a file that it does not hold', TARGET, undefined],
    ['another host', 'https://gitlab.com/a/b/blob/main/c.yaml', undefined],
    ['something else', 'https://github.com/', undefined],
  ])('leaves %s to others', async (_, target, answer) => {
    const processor = mirror({ files: answer && { [target]: answer } });
    expect(await read({ processor, target })).toEqual({
      isRead: false,
      emitted: [],
    });
  });

  it('leaves everything to others while there is no mirror', async () => {
    const processor = new MirrorReader({
      view: async () => undefined,
      lookUp: async () => ({ state: 'not-found' }),
      hosts: () => ['github.com'],
      settings: settingsOf(),
    });
    expect((await read({ processor })).isRead).toBe(false);
  });
});
