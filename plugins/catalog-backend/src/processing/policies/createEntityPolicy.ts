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
import { memoized } from './memoized';

/** What every entity has to be, whatever its kind. `fieldValidators` replace the default rules for single fields. */
export function createEntityPolicy(options: {
  fieldValidators: Partial<Validators>;
}): EntityPolicy {
  const validators = makeValidator();
  return EntityPolicies.allOf([
    new SchemaValidEntityPolicy(),
    new DefaultNamespacePolicy(),
    new NoForeignRootFieldsEntityPolicy(),
    new FieldFormatEntityPolicy({
      ...validators,
      isValidApiVersion: memoized(validators.isValidApiVersion),
      isValidLabelKey: memoized(validators.isValidLabelKey),
      isValidAnnotationKey: memoized(validators.isValidAnnotationKey),
      ...options.fieldValidators,
    }),
  ]);
}
