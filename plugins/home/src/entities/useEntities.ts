import type { Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import type { Resource } from '../data/resource';
import { useResource } from '../data/useResource';

const FIELDS = [
  'kind',
  'metadata.namespace',
  'metadata.name',
  'metadata.title',
  'metadata.description',
  'spec.type',
  'spec.profile.displayName',
];

/** Entities by ref; the ones that do not exist, or that the person may not see, are absent. */
export type EntitiesByRef = Map<string, Entity>;

/** Names and kinds of everything that the page mentions by ref, in one request. Undefined refs wait. */
export function useEntities(
  refs: string[] | undefined,
): Resource<EntitiesByRef> {
  const catalogApi = useApi(catalogApiRef);
  const wanted = refs && [...new Set(refs)].sort();
  return useResource({
    source: catalogApi,
    key: wanted && `entities ${wanted.join(' ')}`,
    load: async () => {
      if (!wanted?.length) return new Map();
      const { items } = await catalogApi.getEntitiesByRefs({
        entityRefs: wanted,
        fields: FIELDS,
      });
      return new Map(
        items.flatMap((entity, index) =>
          entity ? [[wanted[index], entity] as const] : [],
        ),
      );
    },
  });
}
