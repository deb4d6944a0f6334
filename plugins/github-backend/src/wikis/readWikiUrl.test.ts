import { readWikiUrl } from './readWikiUrl';

it.each([
  'https://github.com/acme/shop/wiki',
  'https://github.com/acme/shop/wiki/',
  'https://github.com/acme/shop.wiki',
  'https://github.com/acme/shop.wiki.git',
])('%s is the wiki of a repository', url => {
  expect(readWikiUrl(url)).toEqual({
    outcome: 'wiki',
    wiki: { host: 'github.com', owner: 'acme', name: 'shop' },
  });
});

it('tells a page from the wiki, and keeps the port', () => {
  expect(readWikiUrl('http://localhost:7008/acme/shop/wiki/A-page')).toEqual({
    outcome: 'page',
    wiki: { host: 'localhost:7008', owner: 'acme', name: 'shop' },
  });
});

it.each([
  'https://github.com/acme/wiki',
  'https://github.com/acme/shop',
  'https://github.com/acme/shop/tree/main/wiki',
  'https://github.com/acme/shop/blob/main/wiki/Home.md',
  'no url',
])('%s is none', url => {
  expect(readWikiUrl(url)).toEqual({ outcome: 'other' });
});
