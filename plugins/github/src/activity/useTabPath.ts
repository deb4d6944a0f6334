import { useCallback } from 'react';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import {
  entityRouteParams,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';

/** From an entity and one of our tabs, as `/ci`, to its address; undefined in an app without entity pages. */
export function useTabPath(): (
  entityRef: string,
  tab?: string,
) => string | undefined {
  const entityRoute = useRouteRef(entityRouteRef);
  return useCallback(
    (entityRef, tab = '') => {
      const page = entityRoute?.(
        entityRouteParams(entityRef, { encodeParams: true }),
      );
      return page && tab ? `${page.replace(/\/$/, '')}${tab}` : page;
    },
    [entityRoute],
  );
}
