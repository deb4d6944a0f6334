import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useEffect, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { hasRepository } from './hasRepository';
import type { FoundEntity } from './searchEntities';

const PAGE = /^\/catalog\/([^/]+)\/component\/([^/]+)/i;

/** The component whose page is open, where it has a repository; undefined until that is known. */
export function useCurrentComponent(isAsked: boolean): FoundEntity | undefined {
  const catalogApi = useApi(catalogApiRef);
  const { pathname } = useLocation();
  const [href, namespace, name] = (isAsked && PAGE.exec(pathname)) || [];
  const [current, setCurrent] = useState<FoundEntity>();
  useEffect(() => {
    setCurrent(undefined);
    if (!href) return undefined;
    let stale = false;
    const look = async () => {
      const entity = await catalogApi.getEntityByRef({
        kind: 'component',
        namespace: decodeURIComponent(namespace),
        name: decodeURIComponent(name),
      });
      if (stale || !entity || !hasRepository(entity)) return;
      const { metadata, kind } = entity;
      const title = metadata.title ?? metadata.name;
      setCurrent({ title, kind, href, hasRepository: true });
    };
    // The page itself says what is wrong, also with an address that cannot be decoded; the palette has other lines.
    look().catch(() => {});
    return () => {
      stale = true;
    };
  }, [catalogApi, href, namespace, name]);
  return current;
}
