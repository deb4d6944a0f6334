import { parse } from 'yaml';
import { convertFiles } from './__testUtils__/convertFiles';

it('makes the navigation of the sidebar, and adds what that leaves out', () => {
  const site = convertFiles({
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
  const site = convertFiles({ 'Home.md': '', 'Yes.md': '', '2024.md': '' });
  expect(parse(site['mkdocs.yml'], { version: '1.1' }).nav).toEqual([
    { Home: 'index.md' },
    { 2024: '2024.md' },
    { Yes: 'Yes.md' },
  ]);
  expect(site['mkdocs.yml']).toContain('- "2024": 2024.md');
  expect(site['mkdocs.yml']).toContain('- "Yes": Yes.md');
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
  const site = convertFiles({
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
