import { parse } from 'yaml';
import { convertFiles, URL } from './__testUtils__/convertFiles';

it('puts pages, files and a configuration where TechDocs looks for them', () => {
  const site = convertFiles({
    'Home.md': 'Hello',
    'Getting-started.md': '# Begin here',
    'images/a.png': 'png',
    'b/Deep.md': 'x',
  });
  expect(Object.keys(site).sort()).toEqual([
    'docs/Getting-started.md',
    'docs/b/Deep.md',
    'docs/images/a.png',
    'docs/index.md',
    'mkdocs.yml',
  ]);
  expect(site['docs/index.md']).toBe('# Home\n\nHello\n');
  expect(site['docs/Getting-started.md']).toBe('# Begin here\n');
  expect(parse(site['mkdocs.yml'])).toEqual({
    site_name: 'shop',
    plugins: ['techdocs-core'],
    nav: [
      { Home: 'index.md' },
      { Deep: 'b/Deep.md' },
      { 'Getting started': 'Getting-started.md' },
    ],
  });
});

it('says where each page is edited as long as the wiki is the source', () => {
  const site = convertFiles(
    { 'Home.md': 'a', 'A-page.md': 'b', '_Footer.md': 'See [[Home]]' },
    { fromWiki: true },
  );
  expect(site['docs/A-page.md']).toBe(
    `# A page\n\nb\n\n---\n\nSee [Home](index.md)\n\n[Edit this page at GitHub](${URL}/wiki/A-page/_edit)\n`,
  );
  expect(parse(site['mkdocs.yml'])).toMatchObject({
    repo_url: `${URL}/wiki`,
    edit_uri: '',
  });
});

it('lists pages that it cannot show, and a start where there is no Home', () => {
  const site = convertFiles({ 'Manual.asciidoc': '= Manual', 'Notes.md': 'n' });
  expect(site['docs/Manual.md']).toBe(
    `# Manual\n\nThis page is written in AsciiDoc, which is not shown here. [Read it at GitHub](${URL}/wiki/Manual).\n`,
  );
  expect(site['docs/index.md']).toBe(
    '# shop\n\n- [Manual](Manual.md)\n- [Notes](Notes.md)\n',
  );
});

it('gives each page a place of its own', () => {
  const site = convertFiles({
    'Home.md': 'a',
    'index.md': 'b',
    'README.md': 'c',
    'Same.md': 'd',
    'Same.rst': 'e',
  });
  expect(
    Object.keys(site)
      .filter(path => path !== 'mkdocs.yml')
      .sort(),
  ).toEqual([
    'docs/README-1.md',
    'docs/Same-2.md',
    'docs/Same.md',
    'docs/index-1.md',
    'docs/index.md',
  ]);
  expect(site['docs/Same.md']).toContain('d');
});

it('is nothing without a page', () => {
  expect(convertFiles({ 'a.png': '', '_Sidebar.md': '' })).toEqual({});
});

describe('names that GitHub obeys in a repository', () => {
  const files = {
    'Home.md': '[[Security]] [owners](CODEOWNERS)',
    'Security.md': 'x',
    CODEOWNERS: '* @evil',
    CNAME: 'evil.test',
    '_config.yml': '',
    'ISSUE_TEMPLATE/bug.yml': '',
    'issue_template/Bug.md': 'x',
    'guides/Security.md': 'x',
  };

  it('are not taken from a wiki', () => {
    const site = convertFiles(files);
    expect(Object.keys(site).sort()).toEqual([
      'docs/Security-1.md',
      'docs/guides/Security.md',
      'docs/index.md',
      'docs/issue_template-1/Bug.md',
      'mkdocs.yml',
    ]);
    expect(site['docs/index.md']).toContain(
      `[Security](Security-1.md) [owners](${URL}/wiki/CODEOWNERS)`,
    );
  });

  it('do no harm where the wiki is the source', () => {
    expect(Object.keys(convertFiles(files, { fromWiki: true }))).toEqual(
      expect.arrayContaining(['docs/CODEOWNERS', 'docs/Security.md']),
    );
  });
});
