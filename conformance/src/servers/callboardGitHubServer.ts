import './keepCompiled';
import './dialRecorder';
import { createBackend } from '@backstage/backend-defaults';
import {
  githubUrlReaderFactory,
  rootGithubServiceFactory,
} from '@callboard/plugin-github-node';
import { runsCatalogServiceFactory } from '@callboard/plugin-scaffolder-backend-module-runs';
import { gitHubFeatures } from './gitHubFeatures';

/** Stock Backstage with what it has for GitHub, but templates and the URL reader talk to it in our way. */
const backend = createBackend();
gitHubFeatures().forEach(feature => backend.add(feature));
backend.add(rootGithubServiceFactory);
backend.add(githubUrlReaderFactory);
backend.add(import('@callboard/plugin-scaffolder-backend-module-github'));
backend.add(import('@callboard/plugin-scaffolder-backend-module-runs'));
backend.add(runsCatalogServiceFactory());
backend.start();
