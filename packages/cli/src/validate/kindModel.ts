import {
  compileCatalogModel,
  defaultCatalogEntityModel,
} from '@backstage/catalog-model/alpha';
import { scaffolderCatalogModelLayer } from '@backstage/plugin-scaffolder-common/alpha';

/** A field that holds references to other entities, and the kind that is meant when one names none. */
export type ReferenceField = {
  path: string[];
  defaultKind?: string;
};

/** What Backstage's own model says of a kind. */
export type KindModel = {
  jsonSchema: object;
  references: ReferenceField[];
};

/** The kinds of a portal with the stock features: the built-in ones and software templates. */
export const KNOWN_KINDS: Record<string, string[]> = {
  API: ['backstage.io/v1alpha1', 'backstage.io/v1beta1'],
  Component: ['backstage.io/v1alpha1', 'backstage.io/v1beta1'],
  Domain: ['backstage.io/v1alpha1', 'backstage.io/v1beta1'],
  Group: ['backstage.io/v1alpha1', 'backstage.io/v1beta1'],
  Location: ['backstage.io/v1alpha1', 'backstage.io/v1beta1'],
  Resource: ['backstage.io/v1alpha1', 'backstage.io/v1beta1'],
  System: ['backstage.io/v1alpha1', 'backstage.io/v1beta1'],
  Template: ['scaffolder.backstage.io/v1beta3'],
  User: ['backstage.io/v1alpha1', 'backstage.io/v1beta1'],
};

const model = compileCatalogModel([
  defaultCatalogEntityModel,
  scaffolderCatalogModelLayer,
]);

/** The model of a kind, or undefined when Backstage has none for this kind and version. */
export function kindModel(entity: {
  kind: string;
  apiVersion: string;
}): KindModel | undefined {
  try {
    const kind = model.getKind(entity as Parameters<typeof model.getKind>[0]);
    return (
      kind && {
        jsonSchema: kind.jsonSchema,
        references: kind.relationFields.map(field => ({
          path: field.path.split('.'),
          defaultKind: field.defaultKind,
        })),
      }
    );
  } catch {
    // The model throws for a kind that it knows in other versions only.
    return undefined;
  }
}
