import type { Entity } from '@backstage/catalog-model';
import { set } from 'lodash';
import type { EntityTransform } from '../../query/EntitiesCatalog';

/**
 * Keeps the given dotted paths of an entity and nothing else. Keys may have dots themselves, as those of annotations do. Only own
 * properties count: `constructor` names nothing, unless the entity has such a field.
 */
export function selectFields(fields: readonly string[]): EntityTransform {
  const paths = fields.map(field => field.split('.'));
  return entity => {
    const selected = {};
    for (const path of paths) {
      const found = findField(entity, path);
      if (found?.value !== undefined) set(selected, found.path, found.value);
    }
    return selected as Entity;
  };
}

function findField(
  entity: Entity,
  parts: readonly string[],
): { path: string[]; value: unknown } | undefined {
  const path: string[] = [];
  let value: unknown = entity;
  /** The beginning of a key with a dot in it. */
  let begun: string | undefined;
  for (const part of parts) {
    const key = begun === undefined ? part : `${begun}.${part}`;
    if (hasOwn(value, key)) {
      path.push(key);
      value = (value as Record<string, unknown>)[key];
      begun = undefined;
    } else {
      begun = key;
    }
  }
  return begun === undefined ? { path, value } : undefined;
}

function hasOwn(value: unknown, key: string): boolean {
  return value !== undefined && value !== null && Object.hasOwn(value, key);
}
