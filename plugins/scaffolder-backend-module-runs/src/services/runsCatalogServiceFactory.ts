import { coreServices } from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import {
  decorateFactory,
  defaultFactoryOf,
} from '@callboard/plugin-access-node';
import { registerOnce } from './registerOnce';

/**
 * Stock's access to the catalog; that of the scaffolder registers a location once in a run. To be added to the backend, as what a dynamic
 * `import()` of it would be.
 */
export async function runsCatalogServiceFactory() {
  const factory = decorateFactory({
    factory: await defaultFactoryOf(catalogServiceRef),
    deps: { plugin: coreServices.pluginMetadata },
    decorate: (catalog, { plugin }) =>
      plugin.getId() === 'scaffolder' ? registerOnce({ catalog }) : catalog,
  });
  return { default: factory };
}
