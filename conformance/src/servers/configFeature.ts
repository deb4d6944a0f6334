import { readFileSync } from 'node:fs';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';

/** The configuration that the parent process wrote for this server. */
export function readTestConfig(): ConfigReader {
  const file = process.argv[2];
  return new ConfigReader(JSON.parse(readFileSync(file, 'utf8')), file);
}

export function configFeature() {
  return createServiceFactory({
    service: coreServices.rootConfig,
    deps: {},
    factory: () => readTestConfig(),
  });
}
