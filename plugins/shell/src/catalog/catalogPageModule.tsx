import {
  coreExtensionData,
  createExtensionInput,
  createFrontendModule,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { CatalogFilterBlueprint } from '@backstage/plugin-catalog-react/alpha';

/** Page and filters are needed together, so they are one file to fetch. */
const loadParts = () => import('./catalogPageParts');

/**
 * The catalog's list, in place of the stock one. It keeps the stock page's address, query parameters and filter
 * extensions, so that links and plugins made for the stock page still work.
 */
const catalogPage = PageBlueprint.makeWithOverrides({
  inputs: { filters: createExtensionInput([coreExtensionData.reactElement]) },
  factory: (original, { inputs }) =>
    original({
      path: '/catalog',
      routeRef: catalogPlugin.routes.catalogIndex,
      title: 'Catalog',
      loader: async () => {
        const { CatalogPage } = await loadParts();
        const filters = inputs.filters.map(input =>
          input.get(coreExtensionData.reactElement),
        );
        return <CatalogPage title="Catalog" filters={filters} />;
      },
    }),
});

const filter = (name: string, load: () => Promise<JSX.Element>) =>
  CatalogFilterBlueprint.make({ name, params: { loader: load } });

const facet = (name: string, field: import('./facets').FacetName) =>
  filter(name, async () => {
    const { FacetFilter } = await loadParts();
    return <FacetFilter facet={field} />;
  });

export const catalogPageModule = createFrontendModule({
  pluginId: 'catalog',
  extensions: [
    catalogPage,
    filter('kind', async () => {
      const { KindTabs } = await loadParts();
      return <KindTabs />;
    }),
    filter('list', async () => {
      const { OwnFilter } = await loadParts();
      return <OwnFilter />;
    }),
    facet('type', 'type'),
    facet('mode', 'owners'),
    facet('lifecycle', 'lifecycles'),
    facet('tag', 'tags'),
    facet('namespace', 'namespace'),
    filter('processing-status', async () => {
      const { OrphanFilter } = await loadParts();
      return <OrphanFilter />;
    }),
  ],
});
