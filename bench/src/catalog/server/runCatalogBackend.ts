import { readFileSync } from 'node:fs';
import { createBackend } from '@backstage/backend-defaults';
import {
  type BackendFeature,
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { entityFeed } from './entityFeed';

/**
 * The smallest backend that has a catalog: `catalog` and the feed of the benchmark. The configuration is in the JSON file that the first
 * argument of the process names.
 */
export function runCatalogBackend(options: {
  catalog: Promise<{ default: BackendFeature }>;
}) {
  const { catalog } = options;
  const file = process.argv[2];
  const backend = createBackend();
  backend.add(
    createServiceFactory({
      service: coreServices.rootConfig,
      deps: {},
      factory: () =>
        new ConfigReader(JSON.parse(readFileSync(file, 'utf8')), file),
    }),
  );
  backend.add(catalog);
  backend.add(entityFeed);
  backend.start();
}
