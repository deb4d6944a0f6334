import { createLinkResolver } from './createLinkResolver';

const docPaths = new Set([
  ...['index.md', 'guide/README.md', 'guide/set up.md', 'img/a.png'],
]);

function resolver(useDirectoryUrls = true) {
  const messages: string[] = [];
  const report = (message: string) => messages.push(message);
  const from = createLinkResolver({
    docsDir: 'docs',
    docPaths,
    useDirectoryUrls,
    report,
  });
  return { from, messages };
}

describe('createLinkResolver', () => {
  it.each([
    ['index.md', 'guide/set%20up.md#a', 'guide/set%20up/#a'],
    ['index.md', 'guide/', 'guide/'],
    ['index.md', './img/a.png', 'img/a.png'],
    ['guide/set up.md', 'README.md', '../'],
    ['guide/set up.md', '../index.md?x#y', '../../?x#y'],
    ['guide/set up.md', '../img/a.png', '../../img/a.png'],
    ['guide/set up.md', '/img/a.png', '../../img/a.png'],
    ['guide/set up.md', 'set up.md', './'],
    ['guide/README.md', '../index.md', '../'],
    ['index.md', '#here', '#here'],
    ['index.md', 'https://x.example/a.md', 'https://x.example/a.md'],
    ['index.md', 'mailto:a@x.example', 'mailto:a@x.example'],
    ['index.md', '../../secret.png', '../../secret.png'],
    ['index.md', '%zz.md', '%zz.md'],
  ])('from %s, %s becomes %s', (docPath, href, expected) => {
    expect(resolver().from({ docPath })(href)).toBe(expected);
  });

  it('names files when directory URLs are off', () => {
    const { from } = resolver(false);
    expect(from({ docPath: 'guide/set up.md' })('../index.md#a')).toBe(
      '../index.html#a',
    );
  });

  it('starts from where a README outside of the docs really is', () => {
    const { from } = resolver();
    const readme = { docPath: 'index.md', linkBase: '.' };
    expect(from(readme)('docs/img/a.png')).toBe('img/a.png');
  });

  it('reports a link to a page that is not there', () => {
    const { from, messages } = resolver();
    from({ docPath: 'guide/set up.md' })('nope.md');
    expect(messages).toEqual([
      "guide/set up.md: link to 'nope.md', which is not a file of this site",
    ]);
  });
});
