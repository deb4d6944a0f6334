import { createMockDirectory } from '@backstage/backend-test-utils';
import { readFileSync } from 'node:fs';
import { createFileCache } from '../cache/createFileCache';
import { PageCache } from '../cache/PageCache';
import { buildSite } from './buildSite';

describe('a site that is built again', () => {
  const folder = createMockDirectory();
  let cache: PageCache;
  let messages: string[] = [];
  let progress: string[] = [];

  const build = async (docs: Record<string, string>, config = '') => {
    messages = [];
    progress = [];
    folder.addContent({ site: { 'mkdocs.yml': config, docs } });
    return buildSite({
      inputDir: folder.resolve('site'),
      outputDir: folder.resolve('out'),
      cache,
      report: message => messages.push(message),
      onProgress: ({ done, total }) => progress.push(`${done}/${total}`),
    });
  };
  const page = (name: string) =>
    readFileSync(folder.resolve('out', name, 'index.html'), 'utf8');
  const many = Object.fromEntries(
    Array.from({ length: 60 }, (_, i) => [`p${i}.md`, `# Page ${i}\n`]),
  );

  beforeEach(() => {
    folder.setContent({ site: {}, out: {} });
    cache = createFileCache({ directory: folder.resolve('cache') });
  });

  it('renders only the page that has changed, and lays out all', async () => {
    expect(await build({ 'index.md': '# I\n', ...many })).toMatchObject({
      ...{ pages: 61, rendered: 61 },
    });
    expect(progress).toHaveLength(61);
    expect(progress[60]).toBe('61/61');
    cache = createFileCache({ directory: folder.resolve('cache') });
    expect((await build({})).rendered).toBe(0);
    expect((await build({ 'p7.md': '# Seven\n' })).rendered).toBe(1);
    expect(page('p7')).toContain('Seven');
    // The navigation of the others knows the new title.
    expect(page('p8')).toContain('<span class="md-ellipsis">Seven</span>');
  });

  it('renders again what a link or a snippet makes different', async () => {
    await build({
      'index.md': '[a](new.md)\n',
      'a.md': '--8<-- "part.txt"\n',
      'b.md': 'b\n',
      'part.txt': 'one',
    });
    expect(page('a')).toContain('one');
    expect(messages).toEqual([
      "index.md: link to 'new.md', which is not a file of this site",
    ]);
    // What was reported of a page is said again, although it is not rendered again.
    await build({});
    expect(messages).toHaveLength(1);
    expect((await build({ 'part.txt': 'two' })).rendered).toBe(1);
    expect(page('a')).toContain('two');
    expect((await build({ 'new.md': '# N\n' })).rendered).toBe(2);
    expect(page('')).toContain('href="new/"');
    expect(messages).toEqual([]);
  });

  it('renders all again with other settings', async () => {
    await build({ 'index.md': '```sh\nls\n```\n', 'a.md': 'a\n' });
    const off =
      'markdown_extensions: [{pymdownx.highlight: {linenums: false}}]\n';
    expect((await build({}, off)).rendered).toBe(2);
    expect(page('')).not.toContain('linenos');
  });

  it('does not trust a record that was cut off', async () => {
    await build({ 'index.md': 'x\n' });
    const broken = { ...cache, get: async () => '{"meta' };
    cache = broken;
    expect((await build({})).rendered).toBe(1);
  });

  it('marks the entry of each page in the navigation', async () => {
    await build(
      { 'index.md': '# I\n', 'a.md': '# A\n', 'b.md': '# B\n' },
      'nav: [index.md, {S: [a.md, {T: [b.md]}]}]\n',
    );
    expect(page('b').match(/md-nav__item--active/g)).toHaveLength(3);
    expect(page('b').match(/ checked/g)).toHaveLength(2);
    expect(page('b')).toContain(
      '<a href="../b/" class="md-nav__link md-nav__link--active">',
    );
    expect(page('').match(/md-nav__item--active/g)).toHaveLength(1);
    expect(page('')).not.toContain(' checked');
  });
});
