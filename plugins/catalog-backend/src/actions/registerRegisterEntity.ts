import { InputError } from '@backstage/errors';
import type { ActionOptions } from './ActionOptions';

export function registerRegisterEntity(options: ActionOptions): void {
  const { actionsRegistry, catalog } = options;
  actionsRegistry.register({
    name: 'register-entity',
    title: 'Register entity in the Catalog',
    attributes: { destructive: false, readOnly: false, idempotent: false },
    description: `Registers one or more entities in the Backstage catalog, by creating a Location entity that points to a remote catalog-info.yaml file.

This is what the "Register existing component" flow of the Backstage UI does: given the URL of a catalog-info.yaml file that describes entities such as Components, Systems, Resources, APIs, Users and Groups, a Location entity is created that references the file, and all entities defined in it are imported into the catalog.

The unique identifier (locationId) of the new Location is returned. It can be used later to unregister the Location together with all entities it owns.
`,
    schema: {
      input: z =>
        z.object({
          locationUrl: z
            .string()
            .describe(
              'URL reference to the catalog-info.yaml file that describes the entity to register. For example: https://github.com/backstage/demo/blob/master/catalog-info.yaml',
            ),
        }),
      output: z =>
        z.object({
          locationId: z
            .string()
            .describe('The ID of the entity that was registered'),
        }),
    },
    action: async ({ input, credentials }) => {
      const { locationUrl } = input;
      if (!URL.canParse(locationUrl))
        throw new InputError(`${locationUrl} is an invalid URL`);
      const { location } = await catalog.addLocation(
        { type: 'url', target: locationUrl },
        { credentials },
      );
      return { output: { locationId: location.id } };
    },
  });
}
