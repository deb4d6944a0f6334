import { convertFiles, URL } from './__testUtils__/convertFiles';

/** What a line becomes on the page `Home` of a wiki with a few pages and images. */
function line(text: string, page = 'Home.md'): string {
  const site = convertFiles({
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
