import {
  attributedSchedulerFactory,
  githubUrlReaderFactory,
  rootGithubServiceFactory,
} from '@callboard/plugin-github-node';
import { createCatalogBackend } from '../../servers/createCatalogBackend';

/** Callboard's catalog with its mirror of GitHub and webhooks. The configuration is in the JSON file that the first argument names. */
const backend = createCatalogBackend({ file: process.argv[2] });
backend.add(rootGithubServiceFactory);
backend.add(githubUrlReaderFactory);
backend.add(attributedSchedulerFactory);
// eslint-disable-next-line @backstage/no-mixed-plugin-imports -- what is measured
backend.add(import('@callboard/plugin-catalog-backend'));
// eslint-disable-next-line @backstage/no-mixed-plugin-imports -- what is measured
backend.add(import('@callboard/plugin-github-backend'));
backend.add(import('@backstage/plugin-events-backend'));
backend.start();
