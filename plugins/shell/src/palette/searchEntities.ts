import type { CatalogApi } from '@backstage/plugin-catalog-react';
import type { SearchApi } from '@backstage/plugin-search-react';

export interface FoundEntity {
  title: string;
  kind: string;
  owner?: string;
  href: string;
}

const LIMIT = 8;

/**
 * Finds entities by the search index, and by the catalog itself while the index knows none: a new portal has
 * no index for some minutes, and its catalog is full at once.
 */
export async function searchEntities(options: {
  term: string;
  searchApi: Pick<SearchApi, 'query'>;
  catalogApi: Pick<CatalogApi, 'queryEntities'>;
}): Promise<FoundEntity[]> {
  const { term, searchApi, catalogApi } = options;
  const { results } = await searchApi
    .query({ term, types: ['software-catalog'], pageLimit: LIMIT })
    .catch(() => ({ results: [] }));
  if (results.length > 0) {
    return results.slice(0, LIMIT).map(({ document }) => ({
      title: document.title,
      kind: String(Reflect.get(document, 'kind') ?? ''),
      owner: shortRef(Reflect.get(document, 'owner')),
      href: document.location,
    }));
  }
  const { items } = await catalogApi.queryEntities({
    fullTextFilter: {
      term,
      fields: ['metadata.name', 'metadata.title', 'spec.profile.displayName'],
    },
    limit: LIMIT,
  });
  return items.map(({ kind, metadata, spec }) => ({
    title: metadata.title ?? metadata.name,
    kind,
    owner: shortRef(spec?.owner),
    href: `/catalog/${metadata.namespace ?? 'default'}/${kind.toLowerCase()}/${
      metadata.name
    }`,
  }));
}

function shortRef(owner: unknown): string | undefined {
  if (typeof owner !== 'string' || !owner) return undefined;
  return owner.replace(/^[^:]*:/, '').replace(/^default\//, '');
}
