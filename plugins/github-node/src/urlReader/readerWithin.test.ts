import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { readerWithin } from './readerWithin';

let inside = false;
const seen = async () => Buffer.from(String(inside));
const file = { path: 'a', url: 'a', content: seen };
const stub = {
  readUrl: async () => ({ buffer: seen, etag: String(inside) }),
  readTree: async () => ({
    etag: String(inside),
    files: async () => [file],
    archive: async () => inside as any,
    dir: async () => String(inside),
  }),
  search: async () => ({ etag: String(inside), files: [file] }),
  toString: () => 'stub',
} as UrlReaderService;

const reader = readerWithin({
  reader: stub,
  async run(read) {
    inside = true;
    try {
      return await read();
    } finally {
      inside = false;
    }
  },
});

it('runs every reading, and what readings leave for later', async () => {
  const response = await reader.readUrl('https://a.test/');
  const tree = await reader.readTree('https://a.test/');
  const [treeFile] = await tree.files();
  const found = await reader.search('https://a.test/');
  expect([
    response.etag,
    String(await response.buffer()),
    tree.etag,
    String(await treeFile.content()),
    String(await tree.archive()),
    await tree.dir(),
    found.etag,
    String(await found.files[0].content()),
  ]).toEqual(Array(8).fill('true'));
  expect(inside).toBe(false);
  expect(String(reader)).toBe('stub');
});
