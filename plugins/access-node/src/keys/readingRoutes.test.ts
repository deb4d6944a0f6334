import { isReading } from './readingRoutes';

it.each([
  ['GET', '/api/catalog/entities', true],
  ['HEAD', '/api/catalog/entities', true],
  ['POST', '/api/catalog/entities/by-refs', true],
  ['POST', '/api/catalog/entities/by-query?limit=1', true],
  ['POST', '/api/catalog/locations', false],
  ['POST', '/api/catalog/entities/by-refs/', false],
  ['POST', '/api/catalog/x/../entities/by-refs', false],
  ['POST', '/api/scaffolder/entities/by-refs', false],
  ['DELETE', '/api/catalog/entities/by-refs', false],
  ['PUT', '/api/catalog/entities/by-refs', false],
])('%s %s only reads: %s', (method, url, reads) => {
  expect(isReading({ method, url, pluginId: 'catalog' })).toBe(reads);
});

it('does not lend one plugin the routes of another', () => {
  expect(
    isReading({
      method: 'POST',
      url: '/api/catalog/entities/by-refs',
      pluginId: 'search',
    }),
  ).toBe(false);
});
