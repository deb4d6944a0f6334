import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizedLocationAnalyzer } from './AuthorizedLocationAnalyzer';
import { AuthorizedLocationService } from './AuthorizedLocationService';
import { AuthorizedRefreshService } from './AuthorizedRefreshService';

const credentials = mockCredentials.user();
const options = { credentials };
const location = { type: 'url', target: 'https://a' };
const notAllowed = expect.objectContaining({ name: 'NotAllowedError' });
const notFound = expect.objectContaining({ name: 'NotFoundError' });

function setUp(result: 'ALLOW' | 'DENY') {
  const authorize = jest.fn(async () => [{ result } as any]);
  const permissions = mockServices.permissions.mock({ authorize });
  const locations = {
    createLocation: jest.fn(),
    listLocations: jest.fn(),
    queryLocations: jest.fn(),
    getLocation: jest.fn(async id => ({ ...location, id, entityRef: 'a:b/c' })),
    updateLocation: jest.fn(),
    deleteLocation: jest.fn(),
    getLocationByEntity: jest.fn(),
  };
  const analyzer = { analyzeLocation: jest.fn() };
  const refresh = { refresh: jest.fn() };
  return {
    authorize,
    inner: { ...locations, ...analyzer, ...refresh },
    locations: new AuthorizedLocationService({
      service: locations,
      permissions,
      entities: {
        reach: async () => 'all',
        readableOf: jest.fn(),
        mayRemoveAllOf: jest.fn(),
      },
    }),
    analyzer: new AuthorizedLocationAnalyzer({ analyzer, permissions }),
    refresh: new AuthorizedRefreshService({ service: refresh, permissions }),
  };
}

const rows: [
  permission: string,
  call: (services: ReturnType<typeof setUp>) => Promise<unknown>,
  denied: unknown,
][] = [
  [
    'catalog.location.create',
    ({ locations }) => locations.createLocation(location, true, options),
    notAllowed,
  ],
  [
    'catalog.location.read',
    ({ locations }) => locations.listLocations(options),
    [],
  ],
  [
    'catalog.location.read',
    ({ locations }) => locations.queryLocations(options),
    { items: [], totalItems: 0 },
  ],
  [
    'catalog.location.read',
    ({ locations }) => locations.getLocation('1', options),
    notFound,
  ],
  [
    'catalog.location.create',
    ({ locations }) => locations.updateLocation('1', location, options),
    notAllowed,
  ],
  [
    'catalog.location.delete',
    ({ locations }) => locations.deleteLocation('1', options),
    notAllowed,
  ],
  [
    'catalog.location.read',
    ({ locations }) => locations.getLocationByEntity('a:b/c', options),
    notFound,
  ],
  [
    'catalog.location.analyze',
    ({ analyzer }) => analyzer.analyzeLocation({ location }, credentials),
    notAllowed,
  ],
  [
    'catalog.entity.refresh',
    ({ refresh }) => refresh.refresh({ entityRef: 'a:b/c', credentials }),
    notAllowed,
  ],
];

describe('authorized services', () => {
  it.each(rows)('ask for %s (%#)', async (permission, call, denied) => {
    const allowing = setUp('ALLOW');
    await call(allowing);
    expect(allowing.authorize).toHaveBeenCalledWith(
      [
        expect.objectContaining({
          permission: expect.objectContaining({ name: permission }),
        }),
      ],
      { credentials },
    );
    const calls = Object.values(allowing.inner).flatMap(
      method => method.mock.calls,
    );
    expect(calls).toHaveLength(1);

    const denying = setUp('DENY');
    const outcome = await call(denying).catch(error => error);
    expect(outcome).toEqual(denied);
    for (const method of Object.values(denying.inner))
      expect(method).not.toHaveBeenCalled();
  });
});
