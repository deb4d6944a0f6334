import type { RailEntries } from './railEntries';
import { readCrumbs } from './readCrumbs';

const page = (title: string, href: string) => ({
  id: href,
  title,
  href,
  icon: null,
});
const entries: RailEntries = {
  main: [page('Home', '/'), page('Catalog', '/catalog'), page('Docs', '/docs')],
  plugins: [],
  foot: [page('Settings', '/settings')],
  elsewhere: [],
};
const crumbs = (
  pathname: string,
  registered: Array<{ label: string; href: string }> = [],
) => readCrumbs({ pathname, entries, registered });

describe('readCrumbs', () => {
  it.each([
    ['/', [{ label: 'Home' }]],
    ['/catalog', [{ label: 'Catalog' }]],
    ['/catalog-import', []],
  ])('%s', (pathname, expected) => {
    expect(crumbs(pathname)).toEqual(expected);
  });

  it('names an entity, and its namespace only when it is not the default', () => {
    expect(crumbs('/catalog/default/component/seat-inventory/docs')).toEqual([
      { label: 'Catalog', href: '/catalog' },
      { label: 'component' },
      { label: 'seat-inventory' },
    ]);
    expect(crumbs('/catalog/supply/api/listings')[1].label).toBe(
      'api in supply',
    );
  });

  it('adds what a page says of its own parts', () => {
    expect(
      crumbs('/settings/general', [
        { label: 'Settings', href: '/settings' },
        { label: 'General', href: '/settings/general' },
      ]),
    ).toEqual([{ label: 'Settings', href: '/settings' }, { label: 'General' }]);
  });

  it('puts parts below their page where that registers them by their own paths', () => {
    expect(
      crumbs('/settings/tasks/1', [
        { label: 'Settings', href: '/settings' },
        { label: 'Tasks', href: '/tasks' },
        { label: 'One', href: '/settings/tasks/1' },
      ])[1],
    ).toEqual({ label: 'Tasks', href: '/settings/tasks' });
  });
});
