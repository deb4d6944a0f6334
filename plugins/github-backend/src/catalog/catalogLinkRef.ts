import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import type { CatalogLink } from './CatalogLink';
import { createCatalogLink } from './createCatalogLink';

/** The process's `CatalogLink`; there without being added. */
export const catalogLinkRef = createServiceRef<CatalogLink>({
  id: 'callboard.github.catalog-link',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {},
      factory: () => createCatalogLink(),
    }),
});
