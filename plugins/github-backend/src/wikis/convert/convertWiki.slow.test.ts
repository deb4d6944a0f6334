import { convertFiles } from './__testUtils__/convertFiles';

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
  const site = convertFiles({
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
  const site = convertFiles({
    'Home.md': 'x',
    'Next.md': 'x',
    '_Sidebar.md': `${`${hostile}\n`.repeat(40)}* [[Next]]`,
  });
  expect(site['mkdocs.yml']).toContain('Next.md');
});

it('takes no longer for a page of backticks', () => {
  const site = convertFiles({ 'Home.md': '` a'.repeat(400_000) });
  expect(site['docs/index.md'].length).toBeGreaterThan(1_200_000);
});
