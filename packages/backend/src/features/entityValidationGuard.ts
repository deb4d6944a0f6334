import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { json, Router } from 'express';

const LOCATION_ANNOTATIONS = [
  'backstage.io/managed-by-location',
  'backstage.io/managed-by-origin-location',
];

/**
 * Closes a hole of catalog-backend 4.0.0. `POST /validate-entity` accepts locations of type `url` only, but lets annotations of
 * the given entity overrule the location: an entity that claims to come from a file may read files, and the content shows in the
 * errors. What a module of the catalog mounts comes before the catalog's own routes.
 */
export default createBackendModule({
  pluginId: 'catalog',
  moduleId: 'entity-validation-guard',
  register(env) {
    env.registerInit({
      deps: { httpRouter: coreServices.httpRouter },
      async init({ httpRouter }) {
        const router = Router();
        router.post('/validate-entity', json(), (req, _res, next) => {
          const annotations = req.body?.entity?.metadata?.annotations ?? {};
          const claimed = LOCATION_ANNOTATIONS.find(
            name => annotations[name] !== undefined,
          );
          next(
            claimed &&
              new InputError(
                `The annotation ${claimed} is set by the catalog. Remove it from the entity; "location" says where the entity comes from.`,
              ),
          );
        });
        httpRouter.use(router);
      },
    });
  },
});
