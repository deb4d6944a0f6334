import type { CatalogApi } from '@backstage/catalog-client';
import {
  ApiBlueprint,
  type ConfigApi,
  type DiscoveryApi,
  type FetchApi,
  configApiRef,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { PictureAccess } from '../access/PictureAccess';
import { localisePictures } from './localisePictures';

const ownDeps = {
  avatarsConfigApi: configApiRef,
  avatarsDiscoveryApi: discoveryApiRef,
  avatarsFetchApi: fetchApiRef,
};

interface OwnApis {
  avatarsConfigApi: ConfigApi;
  avatarsDiscoveryApi: DiscoveryApi;
  avatarsFetchApi: FetchApi;
}

/** The catalog API of the catalog plugin, whatever it is, with pictures that the portal serves. */
export const catalogApiExtension = catalogPlugin
  .getExtension('api:catalog')
  .override({
    factory(originalFactory) {
      const original = originalFactory().get(ApiBlueprint.dataRefs.factory);
      return [
        ApiBlueprint.dataRefs.factory({
          ...original,
          deps: { ...original.deps, ...ownDeps },
          factory(apis) {
            const { avatarsConfigApi: config, ...others } =
              apis as unknown as OwnApis;
            const enabled =
              config.getOptionalBoolean('avatars.enabled') ?? true;
            const access = new PictureAccess({
              discoveryApi: others.avatarsDiscoveryApi,
              fetchApi: others.avatarsFetchApi,
            });
            return localisePictures({
              catalogApi: original.factory(apis) as CatalogApi,
              baseUrl: async () => (enabled ? access.baseUrl() : undefined),
              origin: window.location.origin,
            });
          },
        }),
      ];
    },
  });
