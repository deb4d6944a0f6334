import type { ActionOptions } from './ActionOptions';
import { findEntity } from './findEntity';

export function registerGetEntity(options: ActionOptions): void {
  const { actionsRegistry, catalog } = options;
  actionsRegistry.register({
    name: 'get-catalog-entity',
    title: 'Get Catalog Entity',
    attributes: { destructive: false, readOnly: true, idempotent: true },
    description: `
Gets a single entity from the software catalog.
An entity is identified by its kind, namespace and name together; the default namespace is "default".
The unique entity reference of an entity is a string of the form "kind:namespace/name".
    `,
    schema: {
      input: z =>
        z.object({
          kind: z
            .string()
            .describe(
              'The kind of the entity to query. If the kind is unknown it can be omitted.',
            )
            .optional(),
          namespace: z
            .string()
            .describe(
              'The namespace of the entity to query. If the namespace is unknown it can be omitted.',
            )
            .optional(),
          name: z.string().describe('The name of the entity to query'),
        }),
      output: z => z.object({}).passthrough(),
    },
    action: async ({ input, credentials }) => ({
      output: await findEntity({ catalog, credentials, ...input }),
    }),
  });
}
