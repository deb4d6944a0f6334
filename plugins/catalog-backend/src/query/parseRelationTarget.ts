import { InputError } from '@backstage/errors';
import { isObject } from './isObject';

/** In lower case. Without `targetRefs` any relation of the type will do. */
export type RelationTarget = { type: string; targetRefs?: string[] };

/** Reads the object that `$contains` may have on `relations`. Throws an `InputError` that says what is wrong with it. */
export function parseRelationTarget(
  target: Record<string, unknown>,
): RelationTarget {
  let type: string | undefined;
  let targetRefs: string[] | undefined;
  for (const [key, value] of Object.entries(target)) {
    switch (key.toLowerCase()) {
      case 'type':
        if (type !== undefined) throw duplicateKey(key);
        if (typeof value !== 'string') throw missingType();
        type = value;
        break;
      case 'targetref':
        if (targetRefs !== undefined) throw duplicateKey(key);
        targetRefs = parseTargetRefs(value);
        break;
      default:
        throw new InputError(
          `Unsupported key "${key}" in $contains for "relations". Only "type" and "targetRef" are supported`,
        );
    }
  }
  if (!type) throw missingType();
  return { type: type.toLowerCase(), targetRefs };
}

function parseTargetRefs(value: unknown): string[] {
  if (typeof value === 'string') return [value.toLowerCase()];
  if (
    isObject(value) &&
    Object.keys(value).length === 1 &&
    Array.isArray(value.$in) &&
    value.$in.every(item => typeof item === 'string')
  ) {
    if (value.$in.length === 0)
      throw new InputError(
        `Empty "$in" array for $contains on "relations" is not allowed`,
      );
    return value.$in.map(item => item.toLowerCase());
  }
  throw new InputError(
    `Unsupported value in $contains for "relations": expected a string or { "$in": [strings] }, but got ${JSON.stringify(
      value,
    )}`,
  );
}

function duplicateKey(key: string): InputError {
  return new InputError(`Duplicate key "${key}" in $contains for "relations"`);
}

function missingType(): InputError {
  return new InputError(
    `The $contains operator for "relations" requires a "type" string property`,
  );
}
