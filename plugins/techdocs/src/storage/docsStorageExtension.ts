import {
  ApiBlueprint,
  type FetchApi,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import techdocs from '@backstage/plugin-techdocs/alpha';
import type { TechDocsStorageApi } from '@backstage/plugin-techdocs-react';
import type { DocsProgressStore } from '../progress/DocsProgressStore';
import { docsProgressApiRef } from '../progress/docsProgressApiRef';
import { WatchedStorage } from './WatchedStorage';

const ownDeps = {
  watchedFetchApi: fetchApiRef,
  watchedProgressApi: docsProgressApiRef,
};

interface OwnApis {
  watchedFetchApi: FetchApi;
  watchedProgressApi: DocsProgressStore;
}

/** The storage of the TechDocs plugin, watched. */
export const docsStorageExtension = techdocs
  .getExtension('api:techdocs/storage')
  .override({
    factory(originalFactory) {
      const original = originalFactory().get(ApiBlueprint.dataRefs.factory);
      return [
        ApiBlueprint.dataRefs.factory({
          ...original,
          deps: { ...original.deps, ...ownDeps },
          factory(apis) {
            const { watchedFetchApi, watchedProgressApi } =
              apis as unknown as OwnApis;
            return new WatchedStorage({
              stock: original.factory(apis) as TechDocsStorageApi,
              fetchApi: watchedFetchApi,
              progress: watchedProgressApi,
            });
          },
        }),
      ];
    },
  });
