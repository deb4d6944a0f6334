import { useCallback } from 'react';
import {
  appTreeApiRef,
  coreExtensionData,
  useApi,
} from '@backstage/frontend-plugin-api';

/**
 * From the id of a page (`page:search`) to its path, as the configuration has put it; undefined when the app has no such
 * page, so that no link leads nowhere.
 */
export function usePagePath(): (pageId: string) => string | undefined {
  const appTreeApi = useApi(appTreeApiRef);
  return useCallback(
    pageId =>
      appTreeApi
        .getTree()
        .tree.nodes.get(pageId)
        ?.instance?.getData(coreExtensionData.routePath),
    [appTreeApi],
  );
}
