import type { BackendFeature } from '@backstage/backend-plugin-api';
import { createCatalogBackend } from '../../servers/createCatalogBackend';
import { entityFeed } from './entityFeed';

/**
 * The smallest backend that has a catalog: `catalog` and the feed of the benchmark. The configuration is in the JSON file that the first
 * argument of the process names.
 */
export function runCatalogBackend(options: {
  catalog: Promise<{ default: BackendFeature }>;
}) {
  const { catalog } = options;
  const backend = createCatalogBackend({ file: process.argv[2] });
  backend.add(catalog);
  backend.add(entityFeed);
  backend.start();
}
