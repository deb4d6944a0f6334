import { stringifyEntityRef } from '@backstage/catalog-model';
import type { ActionOptions } from './ActionOptions';
import { findEntity } from './findEntity';

export function registerRefreshEntity(options: ActionOptions): void {
  const { actionsRegistry, catalog } = options;
  actionsRegistry.register({
    name: 'refresh-catalog-entity',
    title: 'Refresh Catalog Entity',
    attributes: { destructive: false, readOnly: false, idempotent: true },
    description: `
Triggers a refresh of a single entity in the software catalog: it is queued to be processed anew.
Use it right after creating or changing an entity (for example via a scaffolder template invoked by an MCP client), so that later actions read the new data.
An entity is identified by its kind, namespace and name together. If several entities have the name, provide the kind (and namespace) to tell them apart.
    `,
    schema: {
      input: z =>
        z.object({
          kind: z
            .string()
            .min(1)
            .describe(
              'The kind of the entity to refresh, e.g. "Component", "API", "System". If the kind is unknown it can be omitted.',
            )
            .optional(),
          namespace: z
            .string()
            .min(1)
            .describe(
              'The namespace of the entity to refresh. If the namespace is unknown it can be omitted.',
            )
            .optional(),
          name: z
            .string()
            .trim()
            .min(1)
            .describe('The name of the entity to refresh.'),
        }),
      output: z =>
        z.object({
          entityRef: z
            .string()
            .describe('The canonical entity reference that was refreshed.'),
        }),
    },
    action: async ({ input, credentials }) => {
      const entity = await findEntity({ catalog, credentials, ...input });
      const entityRef = stringifyEntityRef(entity);
      await catalog.refreshEntity(entityRef, { credentials });
      return { output: { entityRef } };
    },
  });
}
