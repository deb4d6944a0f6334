import {
  coreServices,
  createBackendFeatureLoader,
} from '@backstage/backend-plugin-api';

/** Full-text search of PostgreSQL where that is the database. On SQLite the index is in memory. */
export default createBackendFeatureLoader({
  deps: { config: coreServices.rootConfig },
  *loader({ config }) {
    if (config.getOptionalString('backend.database.client') === 'pg') {
      yield import('@backstage/plugin-search-backend-module-pg');
      return;
    }
    yield import('@callboard/plugin-search-backend-module-memory');
  },
});
