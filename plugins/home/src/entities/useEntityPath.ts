import { useCallback } from 'react';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import {
  entityRouteParams,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';

/** From an entity ref to the path of its page; undefined in an app without entity pages. */
export function useEntityPath(): (ref: string) => string | undefined {
  const entityRoute = useRouteRef(entityRouteRef);
  return useCallback(
    ref => entityRoute?.(entityRouteParams(ref, { encodeParams: true })),
    [entityRoute],
  );
}
