import { useApi } from '@backstage/frontend-plugin-api';
import { visitsApiRef, type Visit } from '@backstage/plugin-home';
import type { Resource } from '../data/resource';
import { useResource } from '../data/useResource';

const SHOWN = 6;
/** One entity has many pages, and each is a visit of its own. */
const ASKED = 40;

/** The newest visits, one per entity, without the home page itself. */
export function useRecentVisits(): Resource<Visit[]> {
  const visitsApi = useApi(visitsApiRef);
  return useResource({
    source: visitsApi,
    key: 'recent',
    load: async () => {
      const visits = await visitsApi.list({
        limit: ASKED,
        orderBy: [{ field: 'timestamp', direction: 'desc' }],
        filterBy: [{ field: 'pathname', operator: '!=', value: '/' }],
      });
      const seen = new Set<string>();
      return visits
        .filter(({ entityRef, pathname }) => {
          const target = entityRef ?? pathname;
          return !seen.has(target) && seen.add(target);
        })
        .slice(0, SHOWN);
    },
  });
}
