import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { FolderPreparer } from './FolderPreparer';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'a' },
};

function preparerOf(prepared: { preparedDir: string; etag: string }) {
  return new FolderPreparer({
    stock: {
      shouldCleanPreparedDirectory: () => false,
      prepare: async () => prepared,
    },
  });
}

describe('FolderPreparer', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await fs.mkdtemp(path.join(os.tmpdir(), 'docs-'));
    await fs.mkdir(path.join(folder, 'docs'));
    await fs.writeFile(path.join(folder, 'docs', 'index.md'), '# A');
    await fs.writeFile(path.join(folder, 'mkdocs.yml'), 'site_name: A');
  });
  afterEach(() => fs.rm(folder, { recursive: true }));

  it('builds a folder again only when its docs have changed', async () => {
    const preparer = preparerOf({ preparedDir: folder, etag: '' });
    const { etag } = await preparer.prepare(entity);
    expect(etag).toMatch(/^[0-9a-f]{64}$/);
    await expect(preparer.prepare(entity, { etag } as any)).rejects.toThrow(
      expect.objectContaining({ name: 'NotModifiedError' }),
    );

    await fs.writeFile(path.join(folder, 'src.ts'), 'no docs');
    await expect(preparer.prepare(entity, { etag } as any)).rejects.toThrow();

    await fs.writeFile(path.join(folder, 'docs', 'more.md'), '# B');
    const changed = await preparer.prepare(entity, { etag } as any);
    expect(changed.etag).not.toBe(etag);
  });

  it('looks at the docs folder that mkdocs.yml names', async () => {
    await fs.writeFile(
      path.join(folder, 'mkdocs.yml'),
      'site_name: A\ndocs_dir: handbook\n',
    );
    await fs.mkdir(path.join(folder, 'handbook'));
    const preparer = preparerOf({ preparedDir: folder, etag: '' });
    const { etag } = await preparer.prepare(entity);
    await fs.writeFile(path.join(folder, 'handbook', 'a.md'), '# A');
    expect((await preparer.prepare(entity)).etag).not.toBe(etag);
  });

  it.each([
    [
      'the docs folder of mkdocs.yaml',
      { 'mkdocs.yaml': "docs_dir: 'hand book' # ours\n" },
      'hand book/a.md',
    ],
    [
      'a site that is included',
      { 'mkdocs.yml': "nav:\n  - API: '!include api/mkdocs.yml'\n" },
      'api/docs/deep/a.md',
    ],
    [
      'the docs folder of an included site',
      {
        'mkdocs.yml': 'nav:\n  - API: !include ./api/mkdocs.yml\n',
        'api/mkdocs.yml': 'docs_dir: text\n',
      },
      'api/text/a.md',
    ],
    [
      'sites that a pattern includes',
      { 'mkdocs.yml': 'nav:\n  - P: "*include ./projects/*/mkdocs.yml"\n' },
      'projects/one/docs/a.md',
    ],
  ])('looks at %s', async (_, files, page) => {
    await fs.rm(path.join(folder, 'mkdocs.yml'));
    const write = async (name: string, text: string) => {
      const file = path.join(folder, name);
      await fs.mkdir(path.dirname(file), { recursive: true });
      await fs.writeFile(file, text);
    };
    await write(page, '# A');
    for (const [name, text] of Object.entries(files)) await write(name, text);
    const preparer = preparerOf({ preparedDir: folder, etag: '' });
    const { etag } = await preparer.prepare(entity);
    expect((await preparer.prepare(entity)).etag).toBe(etag);
    await write(page, '# Changed');
    expect((await preparer.prepare(entity)).etag).not.toBe(etag);
  });

  it('looks at what a link in the folder leads to, and never out of it', async () => {
    const outside = await fs.mkdtemp(path.join(os.tmpdir(), 'docs-'));
    await fs.writeFile(path.join(outside, 'secret'), 'a');
    await fs.symlink(outside, path.join(folder, 'docs', 'out'));
    await fs.writeFile(path.join(folder, 'HISTORY.md'), '# H');
    await fs.symlink('../HISTORY.md', path.join(folder, 'docs', 'history.md'));
    await fs.symlink('.', path.join(folder, 'docs', 'loop'));
    const preparer = preparerOf({ preparedDir: folder, etag: '' });
    const { etag } = await preparer.prepare(entity);
    await fs.writeFile(path.join(outside, 'secret'), 'changed');
    expect((await preparer.prepare(entity)).etag).toBe(etag);
    await fs.writeFile(path.join(folder, 'HISTORY.md'), '# Changed');
    expect((await preparer.prepare(entity)).etag).not.toBe(etag);
    await fs.rm(outside, { recursive: true });
  });

  it('leaves what was fetched from elsewhere to its own etag', async () => {
    const prepared = { preparedDir: folder, etag: 'of-the-host' };
    expect(await preparerOf(prepared).prepare(entity)).toBe(prepared);
  });
});
