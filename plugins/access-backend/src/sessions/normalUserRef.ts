import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

/** A reference to a User in full and in lower case: `olivia` is `user:default/olivia`. Throws `InputError` for one to something else. */
export function normalUserRef(text: string): string {
  let parsed;
  try {
    parsed = parseEntityRef(text, {
      defaultKind: 'user',
      defaultNamespace: 'default',
    });
  } catch {
    throw new InputError('userEntityRef is not an entity reference');
  }
  if (parsed.kind.toLocaleLowerCase('en-US') !== 'user') {
    throw new InputError('userEntityRef does not name a User');
  }
  return stringifyEntityRef(parsed);
}
