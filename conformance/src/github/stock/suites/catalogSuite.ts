/* eslint-disable jest/no-export -- a part of stockModules.full.test.ts */
import { eventually } from '../../../presets/probes/eventually';
import { entityOf, namesOf } from '../fromCatalog';
import type { StockGitHub } from '../openStockGitHub';

/** Discovery of components, and the organisation. */
export function catalogSuite(current: () => StockGitHub) {
  it('finds the components of public and private repositories, and none in another place', async () => {
    const stock = current();
    await eventually(async () =>
      expect(await namesOf(stock, 'component')).toEqual([
        'mapped-shop',
        'shop',
        'vault',
      ]),
    );
    const { metadata } = await entityOf(stock, 'component:default/shop');
    const page = `${stock.sandbox.url}/acme/shop`;
    expect(metadata.annotations).toMatchObject({
      'backstage.io/managed-by-location': `url:${page}/tree/main/catalog-info.yaml`,
      'backstage.io/edit-url': `${page}/edit/main/catalog-info.yaml`,
      'backstage.io/source-location': `url:${page}/tree/main/`,
    });
  });

  it('has the organisation with its teams and members', async () => {
    const stock = current();
    await eventually(async () => {
      expect(await namesOf(stock, 'user')).toEqual(['mel', 'olivia']);
      expect(await namesOf(stock, 'group')).toEqual(['frontend', 'web']);
    });
    expect(await entityOf(stock, 'group:default/frontend')).toMatchObject({
      metadata: { annotations: { 'github.com/team-slug': 'acme/frontend' } },
      spec: {
        parent: 'web',
        members: expect.arrayContaining(['default/olivia', 'default/mel']),
      },
    });
    expect(await entityOf(stock, 'user:default/mel')).toMatchObject({
      metadata: { annotations: { 'github.com/user-login': 'mel' } },
      spec: {
        profile: { displayName: 'mel' },
        memberOf: expect.arrayContaining(['frontend', 'web']),
      },
    });
  });

  it('tells what is in a repository that somebody wants to register', async () => {
    const { ask, sandbox } = current();
    const target = `${sandbox.url}/acme/vault`;
    const analysis = await ask('/api/catalog/analyze-location', {
      body: { location: { type: 'url', target } },
    });
    expect(analysis.existingEntityFiles).toContainEqual(
      expect.objectContaining({
        entity: expect.objectContaining({ kind: 'Component' }),
        location: {
          type: 'url',
          target: `${target}/blob/main/catalog-info.yaml`,
        },
      }),
    );
  });
}
