import type { BackendFeature } from '@backstage/backend-plugin-api';
// eslint-disable-next-line @backstage/no-mixed-plugin-imports -- this is a suite of tests of it
import callboardCatalog from '@callboard/plugin-catalog-backend';
import stockCatalog from '@backstage/plugin-catalog-backend';

/** The catalogs that answer the same questions. */
export type EngineName = 'stock' | 'callboard';

/** The catalog that has to be like stock. */
export const UNDER_TEST: EngineName = 'callboard';

/** The backend plugins of the engines. */
export const engines: Record<EngineName, BackendFeature> = {
  stock: stockCatalog,
  callboard: callboardCatalog,
};
