import './keepCompiled';
import './dialRecorder';
import { createBackend } from '@backstage/backend-defaults';
import { catalogRecorder } from './catalogRecorder';
import { configFeature } from './configFeature';

/** Stock Backstage as its create-app makes it, as far as it concerns the catalog and who may do what to it. */
const backend = createBackend();
backend.add(configFeature());
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(
  import('@backstage/plugin-permission-backend-module-allow-all-policy'),
);
backend.add(catalogRecorder);
backend.start();
