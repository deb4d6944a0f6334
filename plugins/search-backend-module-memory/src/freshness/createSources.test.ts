import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { createSources } from './createSources';

describe('createSources', () => {
  const entity = (kind: string, name: string, hasDocs: boolean): Entity => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      namespace: 'default',
      annotations: hasDocs ? { 'backstage.io/techdocs-ref': 'dir:.' } : {},
    },
  });
  const read = async (options: { search?: object; builtSites?: number }) => {
    const { search = {}, builtSites = 0 } = options;
    const sources = createSources({
      auth: mockServices.auth(),
      catalog: catalogServiceMock({
        entities: [
          entity('Component', 'a', true),
          entity('Component', 'b', false),
          entity('System', 'c', true),
        ],
      }),
      config: mockServices.rootConfig({ data: { search } }),
      countBuiltSites: () => builtSites,
    });
    const values: Record<string, number> = {};
    for (const source of sources) {
      values[source.type] = await source.read();
    }
    return values;
  };

  it('counts entities, and entities with docs', async () => {
    expect(await read({})).toEqual({ 'software-catalog': 3, techdocs: 2 });
  });

  it('counts the entities that the collator is configured to index', async () => {
    const search = { collators: { catalog: { filter: { kind: 'System' } } } };
    expect(await read({ search })).toMatchObject({ 'software-catalog': 1 });
  });

  it('differs when docs have been built', async () => {
    expect(await read({ builtSites: 4 })).toMatchObject({ techdocs: 6 });
  });
});
