import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { ActionOptions } from './ActionOptions';

export function registerUnregisterEntity(options: ActionOptions): void {
  const { actionsRegistry, catalog } = options;
  actionsRegistry.register({
    name: 'unregister-entity',
    title: 'Unregister entity from the Catalog',
    attributes: { destructive: true, readOnly: false, idempotent: true },
    description: `Unregisters a Location entity and all entities it owns from the Backstage catalog.

This is what the "Unregister location" function of the Backstage UI does. Provide either the unique identifier (locationId) of the Location, or the URL that it was registered with. The Location is removed from the catalog, and with it all entities that were created when it was imported.

Once completed, all entities associated with the Location are deleted from the catalog.
`,
    schema: {
      input: z =>
        z.object({
          type: z
            .union([
              z.object({
                locationId: z
                  .string()
                  .describe('Location ID of the Entity to unregister'),
              }),
              z.object({
                locationUrl: z
                  .string()
                  .describe(
                    'URL of the catalog-info.yaml file to unregister for example: https://github.com/backstage/demo/blob/master/catalog-info.yaml',
                  ),
              }),
            ])
            .describe(
              'Identifies the entity to unregister. Provide either locationId or locationUrl.',
            ),
        }),
      output: z => z.object({}),
    },
    action: async ({ input: { type }, credentials }) => {
      const ids =
        'locationId' in type
          ? [type.locationId]
          : await findLocations({
              catalog,
              credentials,
              url: type.locationUrl,
            });
      for (const id of ids) {
        await catalog.removeLocationById(id, { credentials });
      }
      return { output: {} };
    },
  });
}

/** The ids of the locations with a URL, whatever its case. Throws a `NotFoundError` when there are none. */
async function findLocations(options: {
  catalog: CatalogService;
  credentials: BackstageCredentials;
  url: string;
}): Promise<string[]> {
  const { catalog, credentials, url } = options;
  const { items } = await catalog.getLocations({}, { credentials });
  const ids = items
    .filter(({ target }) => target.toLowerCase() === url.toLowerCase())
    .map(({ id }) => id);
  if (ids.length === 0)
    throw new NotFoundError(`Location with URL ${url} not found`);
  return ids;
}
