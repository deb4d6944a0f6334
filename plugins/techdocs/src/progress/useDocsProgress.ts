import { useCallback, useSyncExternalStore } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type { DocsProgress } from './DocsProgress';
import { docsProgressApiRef } from './docsProgressApiRef';

/** How far the docs of an entity are, kept true. */
export function useDocsProgress(entityRef: string): {
  progress: DocsProgress | undefined;
  retry: () => void;
} {
  const api = useApi(docsProgressApiRef);
  const progress = useSyncExternalStore(
    useCallback(listener => api.subscribe(listener), [api]),
    () => api.get(entityRef),
  );
  const retry = useCallback(() => api.retry(entityRef), [api, entityRef]);
  return { progress, retry };
}
