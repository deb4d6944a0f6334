import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { searchApiRef } from '@backstage/plugin-search-react';
import { useEffect, useState } from 'react';
import { type FoundEntity, searchEntities } from './searchEntities';

const PAUSE_MS = 120;

export interface FoundEntities {
  /** Those of the last answered query: the list stays while the next is on its way. */
  entities: FoundEntity[];
  state: 'idle' | 'searching' | 'done' | 'failed';
}

/** The entities for a query, once the person pauses in typing. */
export function useFoundEntities(term: string): FoundEntities {
  const searchApi = useApi(searchApiRef);
  const catalogApi = useApi(catalogApiRef);
  const [found, setFound] = useState<FoundEntities>({
    entities: [],
    state: 'idle',
  });

  useEffect(() => {
    if (term.length < 2) {
      setFound({ entities: [], state: 'idle' });
      return undefined;
    }
    let stale = false;
    setFound(({ entities }) => ({ entities, state: 'searching' }));
    const timer = setTimeout(() => {
      searchEntities({ term, searchApi, catalogApi }).then(
        entities => !stale && setFound({ entities, state: 'done' }),
        () => !stale && setFound({ entities: [], state: 'failed' }),
      );
    }, PAUSE_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [term, searchApi, catalogApi]);

  return found;
}
