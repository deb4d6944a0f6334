import type { CatalogApi } from '@backstage/plugin-catalog-react';
import type { SearchApi } from '@backstage/plugin-search-react';
import { hasRepository } from './hasRepository';

export interface FoundEntity {
  title: string;
  kind: string;
  owner?: string;
  href: string;
  /** Told by the catalog only: it has the tabs of builds and pull requests. */
  hasRepository?: boolean;
}

const LIMIT = 8;

/**
 * Finds entities by their names in the catalog, then by the search index. The index splits names at hyphens and may lag behind; who types
 * a name wants that entity first. One of the two may fail, not both.
 */
export async function searchEntities(options: {
  term: string;
  searchApi: Pick<SearchApi, 'query'>;
  catalogApi: Pick<CatalogApi, 'queryEntities'>;
}): Promise<FoundEntity[]> {
  const answers = await Promise.allSettled([byName(options), byIndex(options)]);
  const failed = answers.filter(({ status }) => status === 'rejected');
  if (failed.length === answers.length) {
    throw (failed[0] as PromiseRejectedResult).reason;
  }
  const found = answers.flatMap(answer =>
    answer.status === 'fulfilled' ? answer.value : [],
  );
  const byHref = new Map<string, FoundEntity>();
  for (const entity of found) {
    byHref.set(entity.href, { ...byHref.get(entity.href), ...entity });
  }
  return [...byHref.values()].slice(0, LIMIT);
}

async function byName(options: {
  term: string;
  catalogApi: Pick<CatalogApi, 'queryEntities'>;
}): Promise<FoundEntity[]> {
  const { items } = await options.catalogApi.queryEntities({
    fullTextFilter: {
      term: options.term,
      fields: ['metadata.name', 'metadata.title', 'spec.profile.displayName'],
    },
    fields: ['kind', 'metadata', 'spec.owner'],
    limit: LIMIT,
  });
  return items.map(({ kind, metadata, spec }) => ({
    title: metadata.title ?? metadata.name,
    kind,
    owner: shortRef(spec?.owner),
    ...(hasRepository({ kind, metadata }) && { hasRepository: true }),
    href: `/catalog/${metadata.namespace ?? 'default'}/${kind.toLowerCase()}/${
      metadata.name
    }`,
  }));
}

async function byIndex(options: {
  term: string;
  searchApi: Pick<SearchApi, 'query'>;
}): Promise<FoundEntity[]> {
  const { results } = await options.searchApi.query({
    term: options.term,
    types: ['software-catalog'],
    pageLimit: LIMIT,
  });
  return results.map(({ document }) => ({
    title: document.title,
    kind: String(Reflect.get(document, 'kind') ?? ''),
    owner: shortRef(Reflect.get(document, 'owner')),
    href: document.location,
  }));
}

function shortRef(owner: unknown): string | undefined {
  if (typeof owner !== 'string' || !owner) return undefined;
  return owner.replace(/^[^:]*:/, '').replace(/^default\//, '');
}
