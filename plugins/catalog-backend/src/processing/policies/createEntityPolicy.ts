import {
  EntityPolicies,
  type EntityPolicy,
  FieldFormatEntityPolicy,
  makeValidator,
  NoForeignRootFieldsEntityPolicy,
  SchemaValidEntityPolicy,
  type Validators,
} from '@backstage/catalog-model';
import { DefaultNamespacePolicy } from './DefaultNamespacePolicy';

/** What every entity has to be, whatever its kind. `fieldValidators` replace the default rules for single fields. */
export function createEntityPolicy(options: {
  fieldValidators: Partial<Validators>;
}): EntityPolicy {
  return EntityPolicies.allOf([
    new SchemaValidEntityPolicy(),
    new DefaultNamespacePolicy(),
    new NoForeignRootFieldsEntityPolicy(),
    new FieldFormatEntityPolicy(makeValidator(options.fieldValidators)),
  ]);
}
