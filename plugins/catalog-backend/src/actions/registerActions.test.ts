import { mockCredentials } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { registerActions } from './registerActions';

const credentials = mockCredentials.user();
const entity = (kind: string, name: string) => ({
  apiVersion: 'a',
  kind,
  metadata: { name, namespace: 'default' },
});

function setUp() {
  const actionsRegistry = actionsRegistryServiceMock();
  const catalog = catalogServiceMock.mock();
  registerActions({ actionsRegistry, catalog, leaveModelToItsAction: false });
  const invoke = async (name: string, input: object) => {
    const { output } = await actionsRegistry.invoke({
      id: `test:${name}`,
      input: input as any,
      credentials,
    });
    return output;
  };
  return { actionsRegistry, catalog, invoke };
}

describe('registerActions', () => {
  it('offers seven actions', async () => {
    const { actions } = await setUp().actionsRegistry.list();
    expect(
      actions.map(({ name, attributes }) => [
        name,
        Object.entries(attributes)
          .filter(([, value]) => value)
          .map(([key]) => key)
          .sort()
          .join(),
      ]),
    ).toEqual([
      ['get-catalog-model-description', 'idempotent,readOnly'],
      ['get-catalog-entity', 'idempotent,readOnly'],
      ['validate-entity', 'idempotent,readOnly'],
      ['register-entity', ''],
      ['unregister-entity', 'destructive,idempotent'],
      ['query-catalog-entities', 'idempotent,readOnly'],
      ['refresh-catalog-entity', 'idempotent'],
    ]);
  });

  it('describes the model', async () => {
    const output = await setUp().invoke('get-catalog-model-description', {});
    expect((output as any).description).toMatch(
      /### Entity Kind "Component"[^]*### Relation "ownedBy"/,
    );
  });

  it('finds one entity by name', async () => {
    const { catalog, invoke } = setUp();
    const found = entity('Component', 'a');
    catalog.queryEntities.mockResolvedValueOnce({
      items: [found],
      totalItems: 1,
      pageInfo: {},
    });
    expect(
      await invoke('get-catalog-entity', { name: 'a', kind: 'Component' }),
    ).toEqual(found);
    expect(catalog.queryEntities).toHaveBeenCalledWith(
      { filter: { 'metadata.name': 'a', kind: 'Component' } },
      { credentials },
    );
  });

  it('refuses a name of none or several', async () => {
    const { catalog, invoke } = setUp();
    const page = { totalItems: 0, pageInfo: {} };
    catalog.queryEntities.mockResolvedValueOnce({ ...page, items: [] });
    await expect(invoke('get-catalog-entity', { name: 'a' })).rejects.toThrow(
      'No entity found with name "a"',
    );
    catalog.queryEntities.mockResolvedValueOnce({
      ...page,
      items: [entity('Component', 'a'), entity('API', 'a')],
    });
    await expect(
      invoke('refresh-catalog-entity', { name: 'a' }),
    ).rejects.toThrow('"component:default/a", "api:default/a"');
    expect(catalog.refreshEntity).not.toHaveBeenCalled();
  });

  it('refreshes an entity', async () => {
    const { catalog, invoke } = setUp();
    catalog.queryEntities.mockResolvedValueOnce({
      items: [entity('Component', 'a')],
      totalItems: 1,
      pageInfo: {},
    });
    expect(await invoke('refresh-catalog-entity', { name: 'a' })).toEqual({
      entityRef: 'component:default/a',
    });
    expect(catalog.refreshEntity).toHaveBeenCalledWith('component:default/a', {
      credentials,
    });
  });

  it('queries page by page', async () => {
    const { catalog, invoke } = setUp();
    catalog.queryEntities.mockResolvedValueOnce({
      items: [],
      totalItems: 7,
      pageInfo: { nextCursor: 'next' },
    });
    expect(
      await invoke('query-catalog-entities', {
        query: { kind: 'a' },
        limit: '3',
      }),
    ).toEqual({
      items: [],
      totalItems: 7,
      hasMoreEntities: true,
      nextPageCursor: 'next',
    });
    expect(catalog.queryEntities).toHaveBeenCalledWith(
      { query: { kind: 'a' }, limit: 3 },
      { credentials },
    );
  });

  it('registers and unregisters locations', async () => {
    const { catalog, invoke } = setUp();
    const location = { id: '1', type: 'url', target: 'https://A/b' } as any;
    catalog.addLocation.mockResolvedValueOnce({ location, entities: [] });
    expect(
      await invoke('register-entity', { locationUrl: 'https://A/b' }),
    ).toEqual({ locationId: '1' });
    await expect(
      invoke('register-entity', { locationUrl: 'nowhere' }),
    ).rejects.toThrow('nowhere is an invalid URL');

    catalog.getLocations.mockResolvedValue({ items: [location] });
    await invoke('unregister-entity', { type: { locationUrl: 'https://a/B' } });
    await invoke('unregister-entity', { type: { locationId: '2' } });
    expect(catalog.removeLocationById.mock.calls.map(([id]) => id)).toEqual([
      '1',
      '2',
    ]);
    await expect(
      invoke('unregister-entity', { type: { locationUrl: 'https://c' } }),
    ).rejects.toThrow('Location with URL https://c not found');
  });

  it('validates YAML', async () => {
    const { catalog, invoke } = setUp();
    catalog.validateEntity.mockResolvedValueOnce({ valid: true });
    expect(await invoke('validate-entity', { entity: 'kind: a' })).toEqual({
      isValid: true,
      isValidYaml: true,
      errors: [],
      entity: { kind: 'a' },
    });
    catalog.validateEntity.mockResolvedValueOnce({
      valid: false,
      errors: [{ name: 'Error', message: 'no' }],
    });
    expect(await invoke('validate-entity', { entity: 'kind: a' })).toEqual({
      isValid: false,
      isValidYaml: true,
      errors: ['no'],
    });
    expect(await invoke('validate-entity', { entity: '{' })).toMatchObject({
      isValid: false,
      isValidYaml: false,
      errors: [expect.stringContaining('YAML parsing error: ')],
    });
  });
});
