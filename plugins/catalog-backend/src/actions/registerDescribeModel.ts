import {
  compileCatalogModel,
  defaultCatalogEntityModel,
} from '@backstage/catalog-model/alpha';
import type { ActionOptions } from './ActionOptions';
import { describeModel } from './describeModel';

export function registerDescribeModel(options: ActionOptions): void {
  const { actionsRegistry, model } = options;
  let description: string | undefined;
  actionsRegistry.register({
    name: 'get-catalog-model-description',
    title: 'Get a Catalog Model Description',
    attributes: { destructive: false, readOnly: true, idempotent: true },
    description:
      'Returns a markdown formatted description of the current catalog model, including all registered entity kinds, annotations, labels, tags, and relations.',
    schema: {
      input: z => z.object({}),
      output: z =>
        z.object({
          description: z
            .string()
            .describe(
              'Markdown description of the catalog model including entity kinds, spec fields, and relations.',
            ),
        }),
    },
    action: async () => {
      description ??= describeModel(
        model ?? compileCatalogModel([defaultCatalogEntityModel]),
      );
      return { output: { description } };
    },
  });
}
