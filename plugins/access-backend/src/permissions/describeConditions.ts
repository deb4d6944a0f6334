import type { Conditions } from '@callboard/plugin-access-common';

/** Conditions in words, as in 'its owner is one of group:default/a, user:default/b'. */
export function describeConditions(conditions: Conditions): string {
  if ('allOf' in conditions) {
    return join(conditions.allOf, ' and ');
  }
  if ('anyOf' in conditions) {
    return join(conditions.anyOf, ' or ');
  }
  if ('not' in conditions) {
    return `not (${describeConditions(conditions.not)})`;
  }
  const params = (conditions.params ?? {}) as Record<string, any>;
  const value =
    params.value === undefined ? '' : ` with the value ${params.value}`;
  switch (conditions.rule) {
    case 'IS_ENTITY_OWNER':
      return `its owner is one of ${params.claims?.join(', ') || 'nobody'}`;
    case 'IS_ENTITY_KIND':
      return `its kind is one of ${params.kinds?.join(', ') || 'none'}`;
    case 'HAS_LABEL':
      return `it has the label ${params.label}${value}`;
    case 'HAS_ANNOTATION':
      return `it has the annotation ${params.annotation}${value}`;
    case 'HAS_METADATA':
      return `it has metadata.${params.key}${value}`;
    case 'HAS_SPEC':
      return `it has spec.${params.key}${value}`;
    case 'IS_TASK_OWNER':
      return `it was started by ${params.createdBy?.join(' or ')}`;
    default:
      return `${conditions.rule} ${JSON.stringify(params)}`;
  }
}

function join(conditions: Conditions[], word: string) {
  return conditions.map(one => `(${describeConditions(one)})`).join(word);
}

/** The owners of which an entity needs one, wherever the conditions ask for it. */
export function ownersIn(conditions: Conditions): string[] {
  if ('allOf' in conditions) return conditions.allOf.flatMap(ownersIn);
  if ('anyOf' in conditions) return conditions.anyOf.flatMap(ownersIn);
  if ('not' in conditions) return [];
  return conditions.rule === 'IS_ENTITY_OWNER'
    ? (conditions.params as { claims?: string[] } | undefined)?.claims ?? []
    : [];
}
