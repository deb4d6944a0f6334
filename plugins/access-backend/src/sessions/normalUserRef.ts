import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

/** As the tables take it. */
const LONGEST = 380;

/** A reference to a User in full and in lower case: `olivia` is `user:default/olivia`. Throws `InputError` for one to something else, or a longer one. */
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
  const ref = stringifyEntityRef(parsed);
  if (ref.length > LONGEST) {
    throw new InputError(
      `userEntityRef is longer than ${LONGEST} characters in full`,
    );
  }
  return ref;
}
