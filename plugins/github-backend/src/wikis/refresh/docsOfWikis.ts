import type { AuthService } from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import {
  type CompoundEntityRef,
  type Entity,
  getCompoundEntityRef,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { readWikiUrl, type WikiAddress } from '../readWikiUrl';

const ANNOTATION = 'backstage.io/techdocs-ref';

/** Entities whose docs are wikis, with those. With `wiki`, those of this one alone. */
export async function docsOfWikis(options: {
  catalog: Pick<CatalogService, 'streamEntities'>;
  auth: AuthService;
  wiki?: WikiAddress;
}): Promise<{ ref: CompoundEntityRef; wiki: WikiAddress }[]> {
  const { catalog, auth, wiki: only } = options;
  const found: { ref: CompoundEntityRef; wiki: WikiAddress }[] = [];
  const pages = catalog.streamEntities(
    {
      filter: {
        [`metadata.annotations.${ANNOTATION}`]: only
          ? spellingsOf(only)
          : CATALOG_FILTER_EXISTS,
      },
      fields: [
        'kind',
        'metadata.namespace',
        'metadata.name',
        'metadata.annotations',
      ],
    },
    { credentials: await auth.getOwnServiceCredentials() },
  );
  for await (const page of pages) {
    for (const entity of page) {
      const wiki = wikiOf(entity);
      if (wiki) found.push({ ref: getCompoundEntityRef(entity), wiki });
    }
  }
  return found;
}

function wikiOf(entity: Entity): WikiAddress | undefined {
  const value = entity.metadata.annotations?.[ANNOTATION] ?? '';
  const read = readWikiUrl(value.replace(/^url:/, ''));
  return value.startsWith('url:') && read.outcome === 'wiki'
    ? read.wiki
    : undefined;
}

/** The catalog compares without case. */
function spellingsOf({ host, owner, name }: WikiAddress): string[] {
  return ['https', 'http'].flatMap(scheme =>
    ['/wiki', '/wiki/', '.wiki', '.wiki.git'].map(
      end => `url:${scheme}://${host}/${owner}/${name}${end}`,
    ),
  );
}
