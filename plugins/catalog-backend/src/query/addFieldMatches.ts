import { InputError } from '@backstage/errors';
import type { Bitmap } from '../index/Bitmap';
import type { EntityIndex } from '../index/EntityIndex';
import { isObject } from './isObject';
import { parseRelationTarget } from './parseRelationTarget';

/**
 * Adds the entities to `matches`, an empty set, of which one row at `key` (lower case) fulfils the condition. Null is a row: it
 * exists, but equals nothing. Throws an `InputError` when there is no such condition.
 */
export function addFieldMatches(options: {
  index: EntityIndex;
  key: string;
  condition: unknown;
  matches: Bitmap;
}): void {
  const { index, key, condition, matches } = options;
  const column = index.column(key);

  if (isPrimitive(condition)) {
    column?.addEqual(String(condition).toLowerCase(), matches);
    return;
  }
  if (isObject(condition)) {
    if ('$exists' in condition) {
      if (column) matches.or(column.presence.any);
      if (!condition.$exists) matches.invert(index.all());
      return;
    }
    if ('$in' in condition && Array.isArray(condition.$in)) {
      for (const value of condition.$in)
        column?.addEqual(String(value).toLowerCase(), matches);
      return;
    }
    if ('$hasPrefix' in condition && typeof condition.$hasPrefix === 'string') {
      column?.addPrefix(condition.$hasPrefix.toLowerCase(), matches);
      return;
    }
    if ('$contains' in condition) {
      addContainsMatches({ ...options, target: condition.$contains });
      return;
    }
  }
  throw new InputError(
    `Invalid filter predicate value for field "${key}": expected a primitive value, $exists, $in, $hasPrefix, or $contains operator, but got ${JSON.stringify(
      condition,
    )}`,
  );
}

function addContainsMatches(options: {
  index: EntityIndex;
  key: string;
  target: unknown;
  matches: Bitmap;
}): void {
  const { index, key, target, matches } = options;
  if (isPrimitive(target)) {
    index.column(key)?.addEqual(String(target).toLowerCase(), matches);
    return;
  }
  if (!isObject(target))
    throw new InputError(
      `Unsupported $contains target for field "${key}": ${JSON.stringify(
        target,
      )}`,
    );
  if (key !== 'relations')
    throw new InputError(
      `Object form of $contains is not supported for field "${key}"`,
    );
  const { type, targetRefs } = parseRelationTarget(target);
  const column = index.column(`relations.${type}`);
  if (!targetRefs && column) matches.or(column.presence.any);
  for (const targetRef of targetRefs ?? [])
    column?.addEqual(targetRef, matches);
}

function isPrimitive(value: unknown): value is string | number | boolean {
  return (
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean'
  );
}
