import './keepCompiled';
import './dialRecorder';
import { createBackend } from '@backstage/backend-defaults';
import { mirrorFeatures } from './mirrorFeatures';

/** Stock's catalog with our mirror of GitHub. */
const backend = createBackend();
backend.add(import('@backstage/plugin-catalog-backend'));
mirrorFeatures().forEach(feature => backend.add(feature));
backend.start();
