import { readingScope } from './readingScope';
import { scopedReader } from './scopedReader';

const inScope = () => readingScope.getStore() !== undefined;
const seen = async () => Buffer.from(String(inScope()));
const file = { path: 'a', url: 'a', content: seen };

/** Says of each of its parts whether it ran in the scope. */
const reader = scopedReader({
  allowedLoopback: () => false,
  reader: {
    readUrl: async () => ({ buffer: seen, etag: String(inScope()) }),
    readTree: async () => ({
      etag: String(inScope()),
      files: async () => [file],
      archive: async () => inScope() as any,
      dir: async () => String(inScope()),
    }),
    search: async () => ({ etag: String(inScope()), files: [file] }),
  },
});

it.each([
  ['https://github.com/o/r', 'true'],
  // Signs in with the credentials of the machine, from the metadata service.
  ['https://bucket.s3.amazonaws.com/file', 'false'],
])('%s is read in the scope: %s', async (url, expected) => {
  const response = await reader.readUrl(url);
  const tree = await reader.readTree(url);
  const found = await reader.search(url);
  const [treeFile] = await tree.files();
  expect([
    response.etag,
    String(await response.buffer()),
    tree.etag,
    String(await treeFile.content()),
    String(await tree.archive()),
    await tree.dir(),
    found.etag,
    String(await found.files[0].content()),
  ]).toEqual(Array(8).fill(expected));
  expect(inScope()).toBe(false);
});

it('tells the refusal instead of what a client made of it', async () => {
  const refusal = new Error('refused');
  const failing = scopedReader({
    allowedLoopback: () => false,
    reader: {
      readUrl: async () => {
        readingScope.getStore()!.refusal = refusal;
        throw new Error('fetch failed');
      },
    } as any,
  });
  await expect(failing.readUrl('https://a.test/')).rejects.toBe(refusal);
});
