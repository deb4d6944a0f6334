import './keepCompiled';
import './dialRecorder';
import { createBackend } from '@backstage/backend-defaults';
import { gitHubFeatures } from './gitHubFeatures';

/** Stock Backstage with everything that it has for GitHub. */
const backend = createBackend();
gitHubFeatures().forEach(feature => backend.add(feature));
backend.add(import('@backstage/plugin-scaffolder-backend-module-github'));
backend.start();
