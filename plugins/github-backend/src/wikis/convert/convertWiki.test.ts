import { parse } from 'yaml';
import { convertWiki } from './convertWiki';

const URL = 'https://github.com/acme/shop';

/** The files of the site that a wiki makes, as text. */
function convert(
  files: Record<string, string>,
  more: { fromWiki?: boolean } = {},
): Record<string, string> {
  return Object.fromEntries(
    convertWiki({
      files: Object.entries(files).map(([path, content]) => ({
        path,
        content: Buffer.from(content),
      })),
      repositoryUrl: URL,
      siteName: 'shop',
      fromWiki: more.fromWiki ?? false,
    }).map(({ path, content }) => [path, content.toString('utf8')]),
  );
}

/** What a line becomes on the page `Home` of a wiki with a few pages and images. */
function line(text: string, page = 'Home.md'): string {
  const site = convert({
    'Home.md': '# Home',
    'Getting-started.md': '',
    'Über-uns.md': '',
    '日本語.md': '',
    'guides/Set-up.md': '',
    'images/a b.png': '',
    'logo.png': '',
    'notes.pdf': '',
    [page]: `# Page\n\n${text}`,
  });
  const path = page === 'Home.md' ? 'docs/index.md' : `docs/${page}`;
  return site[path].replace('# Page', '').trim();
}

it('puts pages, files and a configuration where TechDocs looks for them', () => {
  const site = convert({
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
  const site = convert(
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

it.each([
  ['[[Getting started]]', '[Getting started](Getting-started.md)'],
  ['[[getting-STARTED]]', '[getting-STARTED](Getting-started.md)'],
  ['[[Begin|Getting started]]', '[Begin](Getting-started.md)'],
  [
    '[[Begin|Getting-started#Two--words]]',
    '[Begin](Getting-started.md#two-words)',
  ],
  ['[[Über uns]]', '[Über uns](%C3%9Cber-uns.md)'],
  ['[[日本語]]', '[日本語](%E6%97%A5%E6%9C%AC%E8%AA%9E.md)'],
  ['[[Set up]]', '[Set up](guides/Set-up.md)'],
  ['[[Home]]', '[Home](index.md)'],
  ['[[Not yet]]', `[Not yet](${URL}/wiki/Not-yet)`],
  ['[[text|https://example.org/x]]', '[text](https://example.org/x)'],
  ['[[logo.png]]', '![](logo.png)'],
  ['[[images/a b.png|alt=A logo]]', '![A logo](images/a%20b.png)'],
  [
    '[[logo.png|alt=L|width=100px]]',
    '<img src="logo.png" alt="L" width="100">',
  ],
  ['[[_TOC_]]', ''],
])('reads the tag %s', (text, expected) => {
  expect(line(text)).toBe(expected);
});

it.each([
  ['[a](Getting-started)', '[a](Getting-started.md)'],
  ['[a](./Getting-started.md#x "Title")', '[a](Getting-started.md#x "Title")'],
  ['[a](wiki/Getting-started)', '[a](Getting-started.md)'],
  ['[a](../wiki/Getting-started)', '[a](Getting-started.md)'],
  [`[a](${URL}/wiki/Getting-started)`, '[a](Getting-started.md)'],
  ['[a](https://github.com/Acme/Shop/wiki)', '[a](index.md)'],
  ['[a](/acme/shop/wiki/%C3%9Cber-uns)', '[a](%C3%9Cber-uns.md)'],
  ['[a](<images/a b.png>)', '[a](images/a%20b.png)'],
  ['![i](logo.png)', '![i](logo.png)'],
  [`![i](${URL}/wiki/images/a%20b.png)`, '![i](images/a%20b.png)'],
  [
    '![i](https://raw.githubusercontent.com/wiki/acme/shop/logo.png)',
    '![i](logo.png)',
  ],
  ['[![i](logo.png)](notes.pdf)', '[![i](logo.png)](notes.pdf)'],
  ['[a](../blob/main/x.ts)', `[a](${URL}/blob/main/x.ts)`],
  ['[a](/acme/other)', '[a](https://github.com/acme/other)'],
  ['[a](Not-yet)', `[a](${URL}/wiki/Not-yet)`],
  ['[a](https://example.org/wiki/Home)', '[a](https://example.org/wiki/Home)'],
  ['[a](#Straße--hier)', '[a](#strae-hier)'],
  ['[r]: Getting-started', '[r]: Getting-started.md'],
  ['[^1]: Getting-started', '[^1]: Getting-started'],
  ['<img src="logo.png" width="9">', '<img src="logo.png" width="9">'],
  [
    "<a class='b' href='Set-up'>x</a>",
    `<a class='b' href="guides/Set-up/">x</a>`,
  ],
])('reads the link %s', (text, expected) => {
  expect(line(text)).toBe(expected);
});

it('makes links from the page that they are on', () => {
  const text = '[[Home]] [a](Set-up) ![i](logo.png) <img src="logo.png">';
  expect(line(text, 'guides/Other.md')).toBe(
    '[Home](../index.md) [a](Set-up.md) ![i](../logo.png) <img src="../../logo.png">',
  );
  expect(line(text, 'Other.md')).toBe(
    '[Home](index.md) [a](guides/Set-up.md) ![i](logo.png) <img src="../logo.png">',
  );
});

it('leaves code as it is', () => {
  const text = [
    'In `[[Home]]` and ``a ` [[Home]]``, not ` [[Home]].',
    '',
    '```md',
    '[[Home]] [a](Home)',
    '```',
    '',
    '~~~~',
    '~~~',
    '[[Home]]',
    '~~~~',
    '[[Home]]',
  ].join('\n');
  expect(line(text)).toBe(
    text
      .replace('not ` [[Home]]', 'not ` [Home](index.md)')
      .replace(/\[\[Home\]\]$/, '[Home](index.md)'),
  );
});

it('makes the navigation of the sidebar, and adds what that leaves out', () => {
  const site = convert({
    'Home.md': '',
    'Getting-started.md': '',
    'Set-up.md': '',
    'Left-out.md': '',
    'Deep.md': '',
    '_Sidebar.md': [
      '### [[Home]]',
      '',
      '**Guides**',
      '* [[Begin|Getting started]]',
      '* [[Set up]]',
      '  * [Part](Set-up#part)',
      '* Outside',
      '  - [Deep](Deep)',
      '  - [Site](https://example.org/)',
      '* nothing here',
      '',
      '1: [1.0](Getting-started)',
    ].join('\n'),
  });
  expect(parse(site['mkdocs.yml']).nav).toEqual([
    { Home: 'index.md' },
    {
      Guides: [
        { Begin: 'Getting-started.md' },
        { 'Set up': 'Set-up.md' },
        { Outside: [{ Deep: 'Deep.md' }, { Site: 'https://example.org/' }] },
      ],
    },
    { 'Other pages': [{ 'Left out': 'Left-out.md' }] },
  ]);
});

it('keeps titles texts that YAML could take for something else', () => {
  const site = convert({ 'Home.md': '', 'Yes.md': '', '2024.md': '' });
  expect(parse(site['mkdocs.yml'], { version: '1.1' }).nav).toEqual([
    { Home: 'index.md' },
    { 2024: '2024.md' },
    { Yes: 'Yes.md' },
  ]);
  expect(site['mkdocs.yml']).toContain('- "2024": 2024.md');
  expect(site['mkdocs.yml']).toContain('- "Yes": Yes.md');
});

it('lists pages that it cannot show, and a start where there is no Home', () => {
  const site = convert({ 'Manual.asciidoc': '= Manual', 'Notes.md': 'n' });
  expect(site['docs/Manual.md']).toBe(
    `# Manual\n\nThis page is written in AsciiDoc, which is not shown here. [Read it at GitHub](${URL}/wiki/Manual).\n`,
  );
  expect(site['docs/index.md']).toBe(
    '# shop\n\n- [Manual](Manual.md)\n- [Notes](Notes.md)\n',
  );
});

it('gives each page a place of its own', () => {
  const site = convert({
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
  expect(convert({ 'a.png': '', '_Sidebar.md': '' })).toEqual({});
});

it('takes no longer for a page that is made to be slow', () => {
  const hostile = [
    '['.repeat(20_000),
    '[['.repeat(10_000),
    '](a'.repeat(10_000),
    '`'.repeat(3).concat('a').repeat(10_000),
    Array.from({ length: 400 }, (_, n) => '`'.repeat(n + 1)).join('a'),
    '<img src='.repeat(5_000),
    '* [a'.repeat(5_000),
    `${' '.repeat(20_000)}x`,
  ];
  const site = convert({
    'Home.md': hostile.join('\n\n'),
    '_Sidebar.md': hostile.join('\n'),
  });
  expect(site['docs/index.md']).toContain('[[');
});

// Each of these once took far longer than a test may, and twice as long with a little more of it.
it.each([
  ['a label of links', `[${'[a](b)'.repeat(200)}`],
  ['a heading of spaces', `# ${' '.repeat(4_900)}\u2028x`],
  ['an item of spaces', `* ${' '.repeat(4_900)}\u2028x`],
  ['marks', `# x${'*'.repeat(4_900)}x`],
])('takes no longer for %s in a sidebar', (_what, hostile) => {
  const site = convert({
    'Home.md': 'x',
    'Next.md': 'x',
    '_Sidebar.md': `${`${hostile}\n`.repeat(40)}* [[Next]]`,
  });
  expect(site['mkdocs.yml']).toContain('Next.md');
});

it('takes no longer for a page of backticks', () => {
  const site = convert({ 'Home.md': '` a'.repeat(400_000) });
  expect(site['docs/index.md'].length).toBeGreaterThan(1_200_000);
});

it.each([
  ['[a](Next)', 'a', 'Next.md'],
  ['[a](Next "Title (1)")', undefined, undefined],
  ['[a](Next "Title")', 'a', 'Next.md'],
  ['[![i](logo.png) a](Next)', 'a', 'Next.md'],
  ['[a \\[b\\]](Next)', 'a [b]', 'Next.md'],
  ['![a](Next)', undefined, undefined],
  ['[[x] a](Next)', '[x] a', 'Next.md'],
])('reads the link %s of a sidebar', (link, title, path) => {
  const site = convert({
    'Home.md': 'x',
    'Next.md': 'x',
    'Other.md': 'x',
    '_Sidebar.md': `${link}\n* [[Other]]`,
  });
  const { nav } = parse(site['mkdocs.yml']) as { nav: object[] };
  expect(nav).toEqual([
    { Home: 'index.md' },
    ...(title ? [{ [title]: path }] : []),
    { Other: 'Other.md' },
    ...(title ? [] : [{ 'Other pages': [{ Next: 'Next.md' }] }]),
  ]);
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
    const site = convert(files);
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
    expect(Object.keys(convert(files, { fromWiki: true }))).toEqual(
      expect.arrayContaining(['docs/CODEOWNERS', 'docs/Security.md']),
    );
  });
});
