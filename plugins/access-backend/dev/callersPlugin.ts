import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import Router from 'express-promise-router';

/** The one service that may call `/nightly`: `backend.auth.keys` has it with the id `nightly-job`. A key that the portal made is `external:api-key:<id>`. */
const NIGHTLY = 'external:nightly-job';

/**
 * An example: who calls a plugin's routes, by stock's `httpAuth` alone. It takes the place of `IdentityClient` and its `verifyToken` of older guides,
 * which Backstage has removed: tokens are verified before a route runs, and a route says whom it is for.
 */
export const callersPlugin = createBackendPlugin({
  pluginId: 'callers',
  register(env) {
    env.registerInit({
      deps: {
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        userInfo: coreServices.userInfo,
      },
      async init({ httpAuth, httpRouter, userInfo }) {
        const router = Router();

        // For people: 401 for nobody, 403 for a service.
        router.get('/mine', async (request, response) => {
          const credentials = await httpAuth.credentials(request, {
            allow: ['user'],
          });
          const { ownershipEntityRefs } = await userInfo.getUserInfo(
            credentials,
          );
          response.json({
            person: credentials.principal.userEntityRef,
            owns: ownershipEntityRefs,
          });
        });

        // For services: plugins of the portal, and machines with a key.
        router.get('/machines', async (request, response) => {
          const { principal } = await httpAuth.credentials(request, {
            allow: ['service'],
          });
          response.json({ service: principal.subject });
        });

        // For one service. The name is checked, not guessed from a header.
        router.post('/nightly', async (request, response) => {
          const { principal } = await httpAuth.credentials(request, {
            allow: ['service'],
          });
          if (principal.subject !== NIGHTLY) {
            throw new NotAllowedError(`This route is for ${NIGHTLY} alone`);
          }
          response.json({ started: true });
        });

        httpRouter.use(router);
      },
    });
  },
});
