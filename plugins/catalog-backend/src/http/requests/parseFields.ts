import { InputError } from '@backstage/errors';
import type { EntityTransform } from '../../query/EntitiesCatalog';
import { parseStrings } from './parseStrings';
import { selectFields } from './selectFields';

/**
 * Reads the `fields` parameter, comma separated paths, and those of a request body. Undefined when there are none: entities are
 * returned whole then. Throws an `InputError` for a path into an array.
 */
export function parseFields(
  parameters: { fields?: unknown },
  more: readonly string[] = [],
): EntityTransform | undefined {
  const given = parseStrings(parameters.fields, 'fields') ?? [];
  const fields = new Set(
    [...more, ...given.flatMap(each => each.split(','))]
      .map(field => field.trim())
      .filter(Boolean),
  );
  if (fields.size === 0) return undefined;
  for (const field of fields) {
    if (field.includes('['))
      throw new InputError(
        `Invalid field "${field}", array type fields are not supported`,
      );
  }
  return selectFields([...fields]);
}
