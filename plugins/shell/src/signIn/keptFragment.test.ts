import { keptFragment } from './keptFragment';

const at = (path: string) => window.history.replaceState({}, '', path);
beforeEach(() => sessionStorage.clear());

it('is not in the address while somebody signs in, and is there afterwards', () => {
  const noticed = jest.fn();
  window.addEventListener('popstate', noticed);
  at('/access/administrator?a=b#token=secret');
  keptFragment.keep();
  expect(window.location.href).toMatch(/\/access\/administrator\?a=b$/);
  // The tab has been elsewhere meanwhile.
  keptFragment.keep();
  keptFragment.restore();
  expect(window.location.href).toMatch(
    /\/access\/administrator\?a=b#token=secret$/,
  );
  expect(noticed).toHaveBeenCalledTimes(1);
  expect(sessionStorage).toHaveLength(0);
  window.removeEventListener('popstate', noticed);
});

it('does not come up on another page', () => {
  at('/access/administrator#token=secret');
  keptFragment.keep();
  at('/catalog');
  keptFragment.restore();
  expect(window.location.hash).toBe('');
  expect(sessionStorage).toHaveLength(0);
});
