import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { createPermission } from '@backstage/plugin-permission-common';
import Router from 'express-promise-router';

const permissions = {
  read: createPermission({
    name: 'thing.read',
    attributes: { action: 'read' },
  }),
  write: createPermission({
    name: 'thing.write',
    attributes: { action: 'update' },
  }),
};

/**
 * A plugin for tests. `/who` tells who asks; `/people` and `/write` are for people, and for anybody; `/read-permission` and `/write-permission` tell what the permission
 * framework says; `/through/:plugin` asks another such plugin's `/who` on behalf of who asks.
 */
export function createAnswering(options: {
  id: string;
  /** Told of tokens that are issued for other plugins. */
  issued?: (token: string) => void;
}) {
  const { id, issued } = options;
  return createBackendPlugin({
    pluginId: id,
    register(env) {
      env.registerInit({
        deps: {
          auth: coreServices.auth,
          discovery: coreServices.discovery,
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
          permissions: coreServices.permissions,
        },
        async init({ auth, discovery, httpAuth, httpRouter, ...services }) {
          const router = Router();
          router.get('/who', async (request, response) => {
            response.json((await httpAuth.credentials(request)).principal);
          });
          router.get('/people', async (request, response) => {
            await httpAuth.credentials(request, { allow: ['user'] });
            response.json({});
          });
          router.post('/write', async (_, response) => {
            response.json({});
          });
          router.get('/:action-permission', async (request, response) => {
            const permission =
              permissions[request.params.action as 'read' | 'write'];
            const [decision] = await services.permissions.authorize(
              [{ permission }],
              { credentials: await httpAuth.credentials(request) },
            );
            response.json(decision);
          });
          router.get('/through/:plugin', async (request, response) => {
            const { token } = await auth.getPluginRequestToken({
              onBehalfOf: await httpAuth.credentials(request),
              targetPluginId: request.params.plugin,
            });
            issued?.(token);
            const base = await discovery.getBaseUrl(request.params.plugin);
            const answer = await fetch(`${base}/who`, {
              headers: { authorization: `Bearer ${token}` },
            });
            response.status(answer.status).json(await answer.json());
          });
          httpRouter.use(router);
        },
      });
    },
  });
}
