import './keepCompiled';
import './dialRecorder';
import { createBackend } from '@backstage/backend-defaults';
import { mirrorFeatures } from './mirrorFeatures';

/** Our catalog with our mirror of GitHub. */
const backend = createBackend();
// eslint-disable-next-line @backstage/no-mixed-plugin-imports -- this is a suite of tests of it
backend.add(import('@callboard/plugin-catalog-backend'));
mirrorFeatures().forEach(feature => backend.add(feature));
backend.start();
