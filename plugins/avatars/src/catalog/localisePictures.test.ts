import type { CatalogApi } from '@backstage/catalog-client';
import type { Entity } from '@backstage/catalog-model';
import { localisePictures } from './localisePictures';

const BASE = 'https://portal.example/api/avatars';
const REMOTE = 'https://pictures.example/p.png';

const entity = (kind: string, name: string, picture?: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default', etag: 'e 1' },
  spec: { type: 'any', profile: { displayName: name, picture } },
});
const pictures = (entities: (Entity | undefined)[]) =>
  entities.map(one => one && (one.spec?.profile as any).picture);

const mixed = [
  entity('User', 'Jane', REMOTE),
  entity('Group', 'payments', REMOTE),
  entity('User', 'inline', 'data:image/png;base64,AAAA'),
  entity('User', 'local', '/jane.png'),
  entity('User', 'plain'),
  entity('Component', 'web', REMOTE),
];
const localised = [
  `${BASE}/v1/user/default/jane?v=e%201`,
  `${BASE}/v1/group/default/payments?v=e%201`,
  'data:image/png;base64,AAAA',
  '/jane.png',
  undefined,
  REMOTE,
];

function wrap(methods: Partial<CatalogApi>, base: string | undefined = BASE) {
  const baseUrl = jest.fn(async () => base);
  const catalogApi = localisePictures({
    catalogApi: methods as CatalogApi,
    baseUrl,
    origin: 'https://portal.example',
  });
  return { catalogApi, baseUrl };
}

describe('localisePictures', () => {
  it.each(['getEntities', 'getEntitiesByRefs', 'queryEntities'] as const)(
    'points the pictures in %s to the portal',
    async method => {
      const response = {
        items: [...mixed, undefined],
        totalItems: 7,
        pageInfo: { nextCursor: 'more' },
      };
      const original = jest.fn(async () => response);
      const { catalogApi } = wrap({ [method]: original });
      const args = [{ filter: { kind: 'user' } }, { token: 't' }];

      const result = await (catalogApi[method] as any)(...args);
      expect(original).toHaveBeenCalledWith(...args);
      expect(pictures(result.items)).toEqual([...localised, undefined]);
      expect(result).toEqual({ ...response, items: expect.any(Array) });
      // Everything else of an entity stays, and the original is as it was.
      expect(result.items[0]).toEqual({
        ...mixed[0],
        spec: {
          type: 'any',
          profile: { displayName: 'Jane', picture: localised[0] },
        },
      });
      expect(pictures(mixed)[0]).toBe(REMOTE);
    },
  );

  it('does so for one entity, and for none', async () => {
    const answers = [mixed[0], undefined];
    const { catalogApi } = wrap({
      getEntityByRef: async () => answers.shift(),
    });

    expect(
      pictures([await catalogApi.getEntityByRef('user:default/jane')]),
    ).toEqual([localised[0]]);
    await expect(
      catalogApi.getEntityByRef('user:default/nobody'),
    ).resolves.toBeUndefined();
  });

  it('does so for ancestors and for a new location', async () => {
    const { catalogApi } = wrap({
      getEntityAncestors: async () => ({
        rootEntityRef: 'user:default/jane',
        items: [{ entity: mixed[0], parentEntityRefs: ['location:default/l'] }],
      }),
      addLocation: async () => ({
        location: { id: '1', type: 'url', target: 't' } as any,
        entities: [mixed[1]],
      }),
    });

    const ancestors = await catalogApi.getEntityAncestors({ entityRef: 'r' });
    expect(pictures([ancestors.items[0].entity])).toEqual([localised[0]]);
    expect(ancestors.items[0].parentEntityRefs).toEqual(['location:default/l']);
    const added = await catalogApi.addLocation({ target: 't' });
    expect(pictures(added.entities)).toEqual([localised[1]]);
    expect(added.location.id).toBe('1');
  });

  it('does so for a stream, page by page', async () => {
    const seen: number[] = [];
    const { catalogApi } = wrap({
      async *streamEntities() {
        for (const page of [0, 1, 2]) {
          seen.push(page);
          yield [mixed[page]];
        }
      },
    });

    const result: unknown[] = [];
    for await (const page of catalogApi.streamEntities()) {
      result.push(...pictures(page));
      if (result.length === 2) {
        break;
      }
    }
    expect(result).toEqual(localised.slice(0, 2));
    expect(seen).toEqual([0, 1]);
  });

  it('leaves the picture out when the portal cannot serve it', async () => {
    const baseUrl = jest.fn(async () => undefined);
    const catalogApi = localisePictures({
      catalogApi: { getEntityByRef: async () => mixed[0] } as any,
      baseUrl,
      origin: 'https://portal.example',
    });

    const user = await catalogApi.getEntityByRef('user:default/jane');
    expect(user?.spec?.profile).toEqual({ displayName: 'Jane' });
  });

  it('leaves the picture out when the answer does not say whose it is', async () => {
    const { catalogApi } = wrap({
      getEntities: async () => ({
        items: [{ spec: { profile: { picture: REMOTE } } } as any],
      }),
    });

    const { items } = await catalogApi.getEntities();
    expect(items).toEqual([{ spec: { profile: {} } }]);
  });

  it('asks for no access when there is no picture to load', async () => {
    const { catalogApi, baseUrl } = wrap({
      getEntities: async () => ({ items: mixed.slice(2) }),
    });

    await catalogApi.getEntities();
    expect(baseUrl).not.toHaveBeenCalled();
  });

  it('passes everything else through', async () => {
    class Client {
      #facets = { facets: { kind: [] } };
      calls: unknown[][] = [];
      async getEntityFacets(...args: unknown[]) {
        this.calls.push(args);
        return this.#facets;
      }
      async getEntityByRef(): Promise<Entity> {
        throw new Error('503');
      }
    }
    const client = new Client();
    const { catalogApi } = wrap(client as any);

    await expect(
      catalogApi.getEntityFacets({ facets: ['kind'] }),
    ).resolves.toEqual({ facets: { kind: [] } });
    expect(client.calls).toEqual([[{ facets: ['kind'] }]]);
    await expect(catalogApi.getEntityByRef('x')).rejects.toThrow('503');
    expect(catalogApi.getEntityFacets).toBe(catalogApi.getEntityFacets);
    expect((catalogApi as any).missing).toBeUndefined();
  });
});
