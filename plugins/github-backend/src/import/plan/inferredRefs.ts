import type { AuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { ANNOTATION_INFERRED } from '@callboard/plugin-github-common';

const SLUG = 'github.com/project-slug';
const BATCH = 500;

/** Inferred entities that are in the catalog, by their repository, `owner/name` in lower case, on one host. */
export async function inferredRefs(options: {
  host: string;
  catalog: Pick<CatalogService, 'queryEntities'>;
  auth: AuthService;
}): Promise<Map<string, string>> {
  const { host, catalog, auth } = options;
  const credentials = await auth.getOwnServiceCredentials();
  const refs = new Map<string, string>();
  let cursor: string | undefined;
  do {
    const page = await catalog.queryEntities(
      cursor
        ? { cursor, limit: BATCH }
        : {
            filter: { [`metadata.annotations.${ANNOTATION_INFERRED}`]: 'true' },
            fields: [
              'kind',
              'metadata.name',
              'metadata.namespace',
              'metadata.annotations',
            ],
            limit: BATCH,
          },
      { credentials },
    );
    for (const entity of page.items) {
      const { annotations = {} } = entity.metadata;
      const slug = annotations[SLUG];
      const at = annotations['backstage.io/managed-by-location'] ?? '';
      if (slug && at.includes(`://${host}/`)) {
        refs.set(slug.toLowerCase(), stringifyEntityRef(entity));
      }
    }
    cursor = page.pageInfo.nextCursor;
  } while (cursor);
  return refs;
}
