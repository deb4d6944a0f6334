import { readFileSync } from 'node:fs';
import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import {
  attributedSchedulerFactory,
  githubUrlReaderFactory,
  rootGithubServiceFactory,
} from '@callboard/plugin-github-node';

/** Callboard's catalog with its mirror of GitHub and webhooks. The configuration is in the JSON file that the first argument names. */
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
backend.add(rootGithubServiceFactory);
backend.add(githubUrlReaderFactory);
backend.add(attributedSchedulerFactory);
// eslint-disable-next-line @backstage/no-mixed-plugin-imports -- what is measured
backend.add(import('@callboard/plugin-catalog-backend'));
// eslint-disable-next-line @backstage/no-mixed-plugin-imports -- what is measured
backend.add(import('@callboard/plugin-github-backend'));
backend.add(import('@backstage/plugin-events-backend'));
backend.start();
