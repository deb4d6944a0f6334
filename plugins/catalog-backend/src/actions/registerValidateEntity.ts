import type { Entity } from '@backstage/catalog-model';
import { parse } from 'yaml';
import type { ActionOptions } from './ActionOptions';

const DEFAULT_LOCATION = 'url:https://localhost/entity-validator';

export function registerValidateEntity(options: ActionOptions): void {
  const { actionsRegistry, catalog } = options;
  actionsRegistry.register({
    name: 'validate-entity',
    title: 'Validate Catalog Entity',
    attributes: { destructive: false, readOnly: true, idempotent: true },
    description: `
      Validates the contents of a catalog-info.yaml file that is meant for the software catalog.
      Both are checked: that the YAML syntax is correct, and that the entity is valid according to the rules of the catalog.
      `,
    schema: {
      input: z =>
        z.object({
          entity: z.string().describe('Entity YAML content to validate'),
          location: z
            .string()
            .url()
            .optional()
            .describe('Location to validate'),
        }),
      output: z =>
        z.object({
          isValid: z.boolean().describe('Whether the entity is valid'),
          isValidYaml: z.boolean().describe('Whether the YAML syntax is valid'),
          errors: z.array(z.string()).describe('Array of validation errors'),
          entity: z
            .record(z.any())
            .optional()
            .describe('Parsed entity object if valid'),
        }),
    },
    action: async ({ input, credentials }) => {
      let entity: Entity;
      try {
        entity = parse(input.entity);
      } catch (error) {
        return refuse(`YAML parsing error: ${(error as Error).message}`);
      }
      try {
        const result = await catalog.validateEntity(
          entity,
          input.location ?? DEFAULT_LOCATION,
          { credentials },
        );
        return {
          output: {
            isValid: result.valid,
            isValidYaml: true,
            errors: result.valid
              ? []
              : result.errors.map(({ message }) => message),
            entity: result.valid ? entity : undefined,
          },
        };
      } catch (error) {
        return refuse(`Validation error: ${(error as Error).message}`);
      }
    },
  });
}

function refuse(message: string) {
  return { output: { isValid: false, isValidYaml: false, errors: [message] } };
}
