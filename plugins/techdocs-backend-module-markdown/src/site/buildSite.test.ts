import { createMockDirectory } from '@backstage/backend-test-utils';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { buildSite } from './buildSite';

describe('buildSite', () => {
  const folder = createMockDirectory();
  let messages: string[] = [];

  const build = async (
    site: Parameters<typeof folder.setContent>[0],
    prepare?: () => void,
  ) => {
    messages = [];
    folder.setContent({ 'secret.txt': 'SECRET', site, out: {} });
    prepare?.();
    return buildSite({
      inputDir: folder.resolve('site'),
      outputDir: folder.resolve('out'),
      siteName: 'Entity',
      etag: 'abc',
      now: () => 1000,
      report: message => messages.push(message),
    });
  };
  const output = (file: string) =>
    readFileSync(folder.resolve('out', file), 'utf8');

  it('builds a site that the reader and the collator understand', async () => {
    const result = await build({
      'mkdocs.yml': `site_name: My & docs
site_description: About it
repo_url: https://github.com/o/r
edit_uri: edit/main/docs/
plugins: [techdocs-core]
nav:
  - Start: index.md
  - Guide:
      - guide/set-up.md
  - Missing: nope.md
`,
      docs: {
        'index.md': '# Welcome\n\n[Set up](guide/set-up.md#first-step)\n',
        guide: {
          'set-up.md':
            '---\ntitle: Setting up\n---\n\n## First step\n\n![](../a.png)\n',
        },
        'a.png': 'PNG',
        '.hidden': 'x',
      },
    });
    expect(result).toEqual({ pages: 2, assets: 1, rendered: 2 });
    expect(messages).toEqual([
      "nav names 'nope.md', which is not a page of this site",
    ]);

    const start = output('index.html');
    for (const part of [
      '<title>Start - My &amp; docs</title>',
      'data-md-component="sidebar" data-md-type="navigation"',
      'data-md-component="sidebar" data-md-type="toc"',
      'data-md-component="content"',
      '<article class="md-content__inner md-typeset">',
      'title="Edit this page"',
      'href="https://github.com/o/r/edit/main/docs/index.md"',
      'href="guide/set-up/#first-step"',
      '<a href="./" class="md-nav__link md-nav__link--active">',
      'md-footer__link--next',
    ]) {
      expect(start).toContain(part);
    }
    // The only form of name that the reader lets through.
    const [, css] = /rel="stylesheet" href="([^"]*)"/.exec(start) as string[];
    expect(css).toMatch(/main\.[A-Fa-f0-9]{8}\.min\.css$/);
    expect(output(css)).toContain('.md-sidebar');

    const page = output('guide/set-up/index.html');
    expect(page).toContain('<h1>Setting up</h1>');
    expect(page).toContain('src="../../a.png"');
    expect(page).toContain('id="__nav_2" checked');
    expect(page).toContain('href="#first-step" class="md-nav__link"');

    expect(JSON.parse(output('techdocs_metadata.json'))).toEqual({
      site_name: 'My & docs',
      site_description: 'About it',
      build_timestamp: 1000,
      etag: 'abc',
      files: expect.arrayContaining(['a.png', 'index.html']),
    });
    expect(JSON.parse(output('search/search_index.json')).docs).toContainEqual({
      location: 'guide/set-up/#first-step',
      title: 'First step',
      text: '',
    });
    expect(existsSync(folder.resolve('out/.hidden'))).toBe(false);
  });

  it('takes the file tree when there is no nav, the index first', async () => {
    await build({
      docs: {
        'a.md': '# A',
        'index.md': '# I',
        'dev-ops': { 'z.md': 'text' },
      },
    });
    const titles = output('index.html').matchAll(/md-ellipsis">([^<]*)/g);
    expect([...titles].map(([, title]) => title).slice(0, 4)).toEqual([
      ...['I', 'A', 'Dev ops', 'Z'],
    ]);
  });

  it('builds from a README alone, with the name of the entity', async () => {
    await build({ 'README.md': '# Read me\n' });
    expect(output('index.html')).toContain('<title>Read me - Entity</title>');
  });

  it('makes a start page when there is none', async () => {
    await build({ docs: { 'a.md': '# Page A' } });
    expect(output('index.html')).toContain('<a href="a/">Page A</a>');
    expect(messages).toHaveLength(1);
  });

  it('reads title, description and what to hide from front matter', async () => {
    await build({
      docs: {
        'index.md':
          '---\ntitle: Mine\ndescription: About "it"\nhide: [toc, navigation]\n---\n\n## One\n',
        'other.md': '## Two\n',
      },
    });
    const page = output('index.html');
    expect(page).toContain('<title>Mine - ');
    expect(page).toContain('name="description" content="About &quot;it&quot;"');
    expect(page).not.toContain('md-nav');
    expect(output('other/index.html')).toContain('md-nav--secondary');
  });

  it('leaves its input as it was', async () => {
    await build({ docs: { 'index.md': 'x' } });
    expect(folder.content()).toMatchObject({
      site: { docs: { 'index.md': 'x' } },
    });
    expect(existsSync(folder.resolve('site/mkdocs.yml'))).toBe(false);
  });

  it('shows a broken page as such and builds the others', async () => {
    await build({
      docs: {
        'index.md': '# Fine',
        'bad.md': Buffer.from([0x23, 0x20, 0xff, 0xfe]),
      },
    });
    expect(messages).toEqual([
      'bad.md: this page could not be rendered: the file is not UTF-8 text; save it as UTF-8',
    ]);
    expect(output('bad/index.html')).toContain('could not be rendered');
    expect(output('index.html')).toContain('Fine');
  });

  it('writes redirects that stay on the site', async () => {
    await build({
      'mkdocs.yml':
        "plugins:\n  - redirects:\n      redirect_maps: {'old.md': 'new.md#a', '../../x.md': 'new.md', 'b.md': 'javascript:x'}\n",
      docs: { 'index.md': 'i', 'new.md': 'n' },
    });
    expect(output('old/index.html')).toContain('url=../new/#a"');
    expect(messages).toHaveLength(2);
  });

  it('refuses a page that is a link out of the folder', async () => {
    const link = () =>
      symlinkSync(
        folder.resolve('secret.txt'),
        folder.resolve('site/docs/evil.md'),
      );
    await expect(
      build({ docs: { 'index.md': 'x' } }, link),
    ).rejects.toMatchObject({
      name: 'NotAllowedError',
      message: expect.stringContaining('docs/evil.md'),
    });
  });

  it('refuses a docs_dir that is a link out of the folder', async () => {
    const link = () => symlinkSync(folder.path, folder.resolve('site/docs'));
    await expect(build({}, link)).rejects.toThrow(/leads out/);
  });

  it('refuses a folder without Markdown, saying what to add', async () => {
    await expect(build({ docs: { 'a.txt': 'x' } })).rejects.toThrow(
      "There is no Markdown in 'docs' and no README.md; add docs/index.md",
    );
  });

  it('does not walk in circles', async () => {
    const link = () =>
      symlinkSync(
        folder.resolve('site/docs'),
        folder.resolve('site/docs/again'),
      );
    const result = await build({ docs: { 'index.md': 'x' } }, link);
    expect(result.pages).toBe(1);
  });
});
