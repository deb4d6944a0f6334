import {
  ANNOTATION_ORIGIN_LOCATION,
  type Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { AuthService } from '@backstage/backend-plugin-api';
import { ANNOTATION_INFERRED } from '@callboard/plugin-github-common';

/** An entity that a provider gives for a repository. */
export interface CatalogLocation {
  entityRef: string;
  /** Of the repository, or of a file in it. */
  url: string;
}

/**
 * What the catalog has from providers that give what GitHub lists, stock's or the mirror's: locations that need not be there and come from
 * nothing else, and inferred components that nobody has registered. The catalog does not tell from which provider. Rejects where the catalog
 * does not answer.
 */
export async function locationsInCatalog(options: {
  catalog: Pick<CatalogService, 'streamEntities'>;
  auth: AuthService;
}): Promise<CatalogLocation[]> {
  const { catalog, auth } = options;
  const pages = catalog.streamEntities(
    {
      filter: [
        { kind: 'Location', 'spec.type': 'url' },
        { [`metadata.annotations.${ANNOTATION_INFERRED}`]: 'true' },
      ],
      fields: ['kind', 'metadata', 'spec'],
    },
    { credentials: await auth.getOwnServiceCredentials() },
  );
  const entities: Entity[] = [];
  for await (const page of pages) {
    entities.push(...page);
  }
  return toCatalogLocations(entities);
}

/** Those among entities of a catalog. */
export function toCatalogLocations(entities: Entity[]): CatalogLocation[] {
  const registered = new Set(
    entities
      .filter(each => each.kind === 'Location' && !isOptional(each))
      .map(({ spec }) => withoutSlash(`${spec?.target}`)),
  );
  return entities.flatMap(entity => {
    const origin = entity.metadata.annotations?.[ANNOTATION_ORIGIN_LOCATION];
    const url = origin?.startsWith('url:') ? origin.slice('url:'.length) : '';
    // What another entity's file has brought has that file's origin.
    const isOwn =
      entity.kind === 'Location'
        ? isOptional(entity) && entity.spec?.target === url
        : entity.metadata.annotations?.[ANNOTATION_INFERRED] === 'true' &&
          !registered.has(withoutSlash(url));
    return url && isOwn ? [{ entityRef: stringifyEntityRef(entity), url }] : [];
  });
}

function isOptional({ spec }: Entity) {
  return spec?.presence === 'optional';
}

function withoutSlash(url: string) {
  return url.replace(/\/$/, '');
}
