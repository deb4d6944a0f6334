import './dialRecorder';
import { createBackend } from '@backstage/backend-defaults';
import {
  githubUrlReaderFactory,
  rootGithubServiceFactory,
} from '@callboard/plugin-github-node';
import { catalogRecorder } from './catalogRecorder';
import { configFeature } from './configFeature';

/** Stock Backstage with what it has for GitHub, but templates and the URL reader talk to it in our way. */
const backend = createBackend();
backend.add(configFeature());
backend.add(rootGithubServiceFactory);
backend.add(githubUrlReaderFactory);
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-github-provider'));
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-catalog-backend-module-github'));
backend.add(import('@backstage/plugin-catalog-backend-module-github-org'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-events-backend-module-github'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(
  import('@backstage/plugin-permission-backend-module-allow-all-policy'),
);
backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(import('@callboard/plugin-scaffolder-backend-module-github'));
backend.add(catalogRecorder);
backend.start();
