import { readFileSync } from 'node:fs';
import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';

/** A backend that has nothing yet but its configuration, which is in a JSON file and comes from nowhere else. */
export function createCatalogBackend(options: {
  file: string;
}): ReturnType<typeof createBackend> {
  const { file } = options;
  const backend = createBackend();
  backend.add(
    createServiceFactory({
      service: coreServices.rootConfig,
      deps: {},
      factory: () =>
        new ConfigReader(JSON.parse(readFileSync(file, 'utf8')), file),
    }),
  );
  return backend;
}
