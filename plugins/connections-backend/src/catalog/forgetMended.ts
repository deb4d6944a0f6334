import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { createFailingEntities } from './createFailingEntities';

/** In one go; the others have their turn with the next check. */
const MOST_ASKED = 50;

/**
 * Forgets entities that the catalog has without an error, and those that it knows no more: what was renamed reports no end of its errors.
 * One that it knows but has never finished is read again, and fails again if it must.
 */
export async function forgetMended(options: {
  catalog: CatalogService;
  credentials: BackstageCredentials;
  failing: ReturnType<typeof createFailingEntities>;
}): Promise<void> {
  const { catalog, credentials, failing } = options;
  const refs = failing.refs();
  if (refs.length === 0) return;
  const { items } = await catalog.getEntitiesByRefs(
    { entityRefs: refs, fields: ['metadata.uid', 'status'] },
    { credentials },
  );
  const absent: string[] = [];
  refs.forEach((ref, index) => {
    const found = items[index] as
      | { status?: { items?: { level?: string }[] } }
      | undefined;
    const hasError = found?.status?.items?.some(
      ({ level }) => level === 'error',
    );
    if (!found) absent.push(ref);
    else if (!hasError) failing.forget(ref);
  });
  await Promise.all(
    absent.slice(0, MOST_ASKED).map(async ref => {
      try {
        await catalog.refreshEntity(ref, { credentials });
      } catch (error) {
        if (isNotFound(error)) failing.forget(ref);
      }
    }),
  );
}

/** Of a catalog in this process or, by its client, in another. */
function isNotFound(error: unknown): boolean {
  const { name, cause } = error as { name?: string; cause?: { name?: string } };
  return [name, cause?.name].includes('NotFoundError');
}
