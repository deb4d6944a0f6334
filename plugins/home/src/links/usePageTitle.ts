import { useCallback } from 'react';
import {
  appTreeApiRef,
  coreExtensionData,
  useApi,
} from '@backstage/frontend-plugin-api';

/** From the path of a page of the app (`/create`) to its title; undefined for paths below it. */
export function usePageTitle(): (pathname: string) => string | undefined {
  const appTreeApi = useApi(appTreeApiRef);
  return useCallback(
    pathname => {
      for (const node of appTreeApi.getTree().tree.nodes.values()) {
        if (
          node.instance &&
          node.spec.attachTo &&
          node.instance.getData(coreExtensionData.routePath) === pathname
        )
          return (
            node.instance.getData(coreExtensionData.title) ??
            node.spec.plugin.title
          );
      }
      return undefined;
    },
    [appTreeApi],
  );
}
