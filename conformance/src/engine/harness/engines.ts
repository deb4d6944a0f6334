import type { BackendFeature } from '@backstage/backend-plugin-api';
import stockCatalog from '@backstage/plugin-catalog-backend';

/** The catalogs that answer the same questions. */
export type EngineName = 'stock' | 'callboard';

/** The catalog that has to be like stock. */
export const UNDER_TEST: EngineName = 'stock';

/** The backend plugin of an engine. Callboard's is loaded only when asked for. */
export async function loadEngine(name: EngineName): Promise<BackendFeature> {
  if (name === 'stock') {
    return stockCatalog;
  }
  const { default: engine } = await import('@callboard/plugin-catalog-backend');
  return engine;
}
