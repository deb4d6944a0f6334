import type { CatalogService } from '@backstage/plugin-catalog-node';
import { currentRun } from '../broker/currentRun';

/**
 * A catalog at which a run registers a location once. Killed after the catalog took the location and before it answered, the run would be told by
 * stock's `catalog:register`, when it goes on, that the location exists already, and fail with nothing missing. Here what the run itself has begun
 * counts as done. A location that was there before the run asked is a conflict, as in stock.
 */
export function registerOnce(options: {
  catalog: CatalogService;
}): CatalogService {
  const { catalog } = options;
  const addLocation: CatalogService['addLocation'] = async (
    location,
    access,
  ) => {
    const run = currentRun();
    if (!run || location.dryRun) return catalog.addLocation(location, access);
    const ref = `${location.type ?? 'url'}:${location.target}`;
    const call = await run.begin({ key: `register ${ref}` });
    try {
      return await catalog.addLocation(location, access);
    } catch (error) {
      if (call.wasBegun && statusOf(error) === 409) {
        const found = await catalog
          .getLocationByRef(ref, access)
          .catch(() => undefined);
        if (found) return { location: found, entities: [], exists: true };
        // Somebody who may not read locations, or it is gone since: the next attempt asks again.
      } else if (isRefusal(error)) {
        // What the catalog says is the cause of the failure, whatever becomes of the note.
        await call.refused().catch(() => {});
      }
      throw error;
    }
  };
  return new Proxy(catalog, {
    get(target, name) {
      if (name === 'addLocation') return addLocation;
      const value = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/** The catalog has answered, and has taken nothing. Without an answer, or with one of its own failure, it may have. */
function isRefusal(error: unknown) {
  const status = statusOf(error);
  return status !== undefined && status >= 400 && status < 500;
}

/** The status of a `ResponseError` of `@backstage/errors`. */
function statusOf(error: unknown): number | undefined {
  const { statusCode } = (error ?? {}) as { statusCode?: unknown };
  return typeof statusCode === 'number' ? statusCode : undefined;
}
