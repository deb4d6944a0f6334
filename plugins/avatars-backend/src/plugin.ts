import {
  type CacheService,
  type RootConfigService,
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { CachedPictures } from './caching/CachedPictures';
import { type PictureCache, boundCache } from './caching/boundCache';
import { PictureFetcher } from './fetching/PictureFetcher';
import { readAllowedHosts } from './readAllowedHosts';
import { createRouter } from './router';

const MAX_MEMORY_BYTES = 32 * 1024 * 1024;

/** Serves the pictures of users and groups at `/api/avatars/v1`. */
export const avatarsPlugin = createBackendPlugin({
  pluginId: 'avatars',
  register(env) {
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        cache: coreServices.cache,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        http: coreServices.httpRouter,
        httpAuth: coreServices.httpAuth,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
      },
      async init(deps) {
        const { auditor, catalog, config, http, httpAuth, lifecycle } = deps;
        const fetcher = new PictureFetcher({
          allowedHosts: readAllowedHosts({ config }),
        });
        lifecycle.addShutdownHook(() => fetcher.close());

        const pictures = new CachedPictures({
          cache: pictureCache({ cache: deps.cache, config }),
          fetch: url => fetcher.fetch(url),
          logger: deps.logger,
        });
        const enabled = config.getOptionalBoolean('avatars.enabled') ?? true;
        http.use(
          createRouter({
            auditor,
            catalog,
            httpAuth,
            pictures: enabled ? pictures : undefined,
          }),
        );
        // An <img> sends no bearer token.
        http.addAuthPolicy({ path: '/v1', allow: 'user-cookie' });
      },
    });
  },
});

function pictureCache(options: {
  cache: CacheService;
  config: RootConfigService;
}): PictureCache {
  const { cache, config } = options;
  const store = config.getOptionalString('backend.cache.store') ?? 'memory';
  return store === 'memory'
    ? boundCache({ cache, maxBytes: MAX_MEMORY_BYTES })
    : cache;
}
