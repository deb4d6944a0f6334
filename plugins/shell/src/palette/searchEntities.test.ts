import { searchEntities } from './searchEntities';

const catalogEntity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'ticket-issuer', title: 'Ticket issuer' },
  spec: { owner: 'group:default/tickets' },
};

const fromCatalog = {
  title: 'Ticket issuer',
  kind: 'Component',
  owner: 'tickets',
  href: '/catalog/default/component/ticket-issuer',
};

const fromIndex = {
  title: 'Tickets API',
  kind: 'API',
  owner: 'tickets',
  href: '/catalog/default/api/tickets-api',
};

const indexed = ({ title, href, kind, owner }: typeof fromIndex) => ({
  type: 'software-catalog',
  document: { title, text: '', location: href, kind, owner },
});

function search(answers: {
  catalog: () => Promise<unknown[]>;
  index: () => Promise<unknown[]>;
}) {
  return searchEntities({
    term: 'ticket',
    catalogApi: {
      queryEntities: async () => ({ items: await answers.catalog() } as any),
    },
    searchApi: {
      query: async () => ({ results: await answers.index() } as any),
    },
  });
}

const fails = async () => {
  throw new Error('unreachable');
};

describe('searchEntities', () => {
  it('puts what has the name before what the index finds, each once', async () => {
    expect(
      await search({
        catalog: async () => [catalogEntity],
        index: async () => [indexed(fromIndex), indexed(fromCatalog)],
      }),
    ).toEqual([fromCatalog, fromIndex]);
  });

  it('knows of what both find whether it has a repository', async () => {
    const metadata = {
      ...catalogEntity.metadata,
      annotations: { 'github.com/project-slug': 'acme/tickets' },
    };
    expect(
      await search({
        catalog: async () => [{ ...catalogEntity, metadata }],
        index: async () => [indexed(fromCatalog)],
      }),
    ).toEqual([{ ...fromCatalog, hasRepository: true }]);
  });

  it('does with one of the two while the other fails', async () => {
    expect(
      await search({ catalog: async () => [catalogEntity], index: fails }),
    ).toEqual([fromCatalog]);
    expect(
      await search({ catalog: fails, index: async () => [indexed(fromIndex)] }),
    ).toEqual([fromIndex]);
  });

  it('fails when both do', async () => {
    await expect(search({ catalog: fails, index: fails })).rejects.toThrow(
      'unreachable',
    );
  });
});
