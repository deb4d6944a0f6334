import type { AuthService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { ConflictError } from '@backstage/errors';
import type { MirrorView } from '../../store/MirrorView';
import type { ApplyItem } from './ApplyItem';

/**
 * Registers the repository's own URL as a location, which the catalog reads as the inferred entity, and as the descriptor's as soon as there
 * is one. It is undone by unregistering the location, and lasts without the plan. The catalog reads such a URL from the mirror, so it throws a
 * `ConflictError` for a repository that is not mirrored.
 */
export function createRegister(options: {
  catalog: Pick<CatalogService, 'addLocation'>;
  auth: AuthService;
  view(): Pick<MirrorView, 'repositoryAt'>;
}): ApplyItem {
  const { catalog, auth, view } = options;
  return async ({ item, host, organisation }) => {
    if (!(await view().repositoryAt({ url: item.url }))) {
      throw new ConflictError(
        `The mirror does not know it. Name ${organisation} on ${host} below catalog.providers.github, with filters that let it in, and go on once it has been read`,
      );
    }
    try {
      await catalog.addLocation(
        { type: 'url', target: item.url },
        { credentials: await auth.getOwnServiceCredentials() },
      );
    } catch (error) {
      // It is registered already, which is what was asked for.
      if (!isConflict(error)) throw error;
    }
    return { status: 'registered', url: item.url };
  };
}

function isConflict(error: unknown): boolean {
  const { name, statusCode } = error as { name?: string; statusCode?: number };
  return name === 'ConflictError' || statusCode === 409;
}
