import { coreServices } from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import {
  decorateFactory,
  stockUserInfoServiceFactory,
} from '@callboard/plugin-access-node';
import {
  CatalogUserInfoService,
  type OwnershipCache,
} from './CatalogUserInfoService';
import { readSignInWithoutUser } from './readSignInWithoutUser';

/** User info of every plugin: who somebody is by the catalog as it is now. Make one for each backend: it holds what plugins share. */
export function createUserInfoServiceFactory() {
  const cache: OwnershipCache = new Map();
  return decorateFactory({
    factory: stockUserInfoServiceFactory,
    deps: {
      auth: coreServices.auth,
      catalog: catalogServiceRef,
      config: coreServices.rootConfig,
    },
    decorate: (stock, { config, ...services }) =>
      new CatalogUserInfoService({
        ...services,
        stock,
        cache,
        withoutUser: readSignInWithoutUser({ config }),
      }),
  });
}
