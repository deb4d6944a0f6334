import { searchEntities } from './searchEntities';

const catalogEntity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'ticket-issuer', title: 'Ticket issuer' },
  spec: { owner: 'group:default/tickets' },
};

describe('searchEntities', () => {
  it('asks the search index', async () => {
    const searchApi = {
      query: jest.fn(async () => ({
        results: [
          {
            type: 'software-catalog',
            document: {
              title: 'Tickets API',
              text: '',
              location: '/catalog/default/api/tickets-api',
              kind: 'API',
              owner: 'group:default/tickets',
            },
          },
        ],
        numberOfResults: 1,
      })),
    };
    const catalogApi = { queryEntities: jest.fn() };
    expect(
      await searchEntities({
        term: 'ticket',
        searchApi: searchApi as any,
        catalogApi,
      }),
    ).toEqual([
      {
        title: 'Tickets API',
        kind: 'API',
        owner: 'tickets',
        href: '/catalog/default/api/tickets-api',
      },
    ]);
    expect(catalogApi.queryEntities).not.toHaveBeenCalled();
  });

  it.each([
    ['is empty', async () => ({ results: [] })],
    [
      'is not built yet',
      async () => {
        throw new Error('Missing index');
      },
    ],
  ])('asks the catalog while the index %s', async (_, query) => {
    const queryEntities = jest.fn(async () => ({ items: [catalogEntity] }));
    expect(
      await searchEntities({
        term: 'ticket',
        searchApi: { query } as any,
        catalogApi: { queryEntities } as any,
      }),
    ).toEqual([
      {
        title: 'Ticket issuer',
        kind: 'Component',
        owner: 'tickets',
        href: '/catalog/default/component/ticket-issuer',
      },
    ]);
  });
});
