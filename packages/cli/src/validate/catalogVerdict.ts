import {
  apiEntityV1alpha1Validator,
  componentEntityV1alpha1Validator,
  DefaultNamespaceEntityPolicy,
  domainEntityV1alpha1Validator,
  Entity,
  EntityPolicies,
  entitySchemaValidator,
  FieldFormatEntityPolicy,
  groupEntityV1alpha1Validator,
  KindValidator,
  locationEntityV1alpha1Validator,
  NoForeignRootFieldsEntityPolicy,
  resourceEntityV1alpha1Validator,
  SchemaValidEntityPolicy,
  systemEntityV1alpha1Validator,
  userEntityV1alpha1Validator,
} from '@backstage/catalog-model';
import { templateEntityV1beta3Validator } from '@backstage/plugin-scaffolder-common';

/** `unrecognized`: every check passes, but no processor claims the kind. */
export type CatalogVerdict =
  | { outcome: 'accepted' }
  | { outcome: 'rejected'; message: string }
  | { outcome: 'unrecognized' };

const policies = EntityPolicies.allOf([
  new SchemaValidEntityPolicy(),
  new DefaultNamespaceEntityPolicy(),
  new NoForeignRootFieldsEntityPolicy(),
  new FieldFormatEntityPolicy(),
]);

const checkSchema = entitySchemaValidator();

// In the order in which the catalog asks its processors.
const kindValidators: KindValidator[] = [
  apiEntityV1alpha1Validator,
  componentEntityV1alpha1Validator,
  resourceEntityV1alpha1Validator,
  groupEntityV1alpha1Validator,
  locationEntityV1alpha1Validator,
  userEntityV1alpha1Validator,
  systemEntityV1alpha1Validator,
  domainEntityV1alpha1Validator,
  templateEntityV1beta3Validator,
];

/**
 * What a catalog with the stock processors decides on an entity whose placeholders are resolved. Backstage's own
 * policies and validators decide; they stop at the first thing that is wrong, so the message is one of possibly many.
 */
export async function catalogVerdict(entity: object): Promise<CatalogVerdict> {
  try {
    const accepted = await policies.enforce(entity as Entity);
    checkSchema(accepted);
    for (const validator of kindValidators) {
      if (await validator.check(accepted as Entity)) {
        return { outcome: 'accepted' };
      }
    }
    return { outcome: 'unrecognized' };
  } catch (error) {
    return { outcome: 'rejected', message: (error as Error).message };
  }
}
