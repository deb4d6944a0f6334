import { createCatalogBackend } from '../../servers/createCatalogBackend';

/** Stock's catalog with its GitHub modules and webhooks. The configuration is in the JSON file that the first argument names. */
const backend = createCatalogBackend({ file: process.argv[2] });
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-catalog-backend-module-github'));
backend.add(import('@backstage/plugin-catalog-backend-module-github-org'));
backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-events-backend-module-github'));
backend.start();
