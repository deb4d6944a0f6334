import type { JsonObject, JsonValue } from '@backstage/types';

const MASK = '******';

/**
 * The values of a form as they may be seen: what any page marks as a secret is masked, also inside lists and objects, where stock's review
 * shows it. Marked is `ui:widget: password`, `ui:field: Secret`, `format: password` and `writeOnly: true`.
 */
export function maskForReview(options: {
  values: JsonObject;
  /** The pages of the form. */
  schemas: readonly JsonObject[];
}): JsonObject {
  const names = new Set<string>();
  for (const schema of options.schemas) findNames({ node: schema, names });
  return mask({ value: options.values, names }) as JsonObject;
}

function findNames(options: { node: unknown; names: Set<string> }): void {
  const { node, names } = options;
  if (typeof node !== 'object' || node === null) return;
  for (const [key, inner] of Object.entries(node)) {
    if (key === 'properties' && typeof inner === 'object' && inner !== null)
      for (const [name, property] of Object.entries(inner))
        if (isSecret(property)) names.add(name);
    findNames({ node: inner, names });
  }
}

/** Also a list of secrets is one. */
function isSecret(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return false;
  const schema = node as Record<string, any>;
  return (
    schema['ui:widget'] === 'password' ||
    schema['ui:options']?.widget === 'password' ||
    String(schema['ui:field']).toLowerCase() === 'secret' ||
    schema.format === 'password' ||
    schema.writeOnly === true ||
    isSecret(schema.items)
  );
}

/** By name at any depth: masking one too many is better than one too few. */
function mask(options: { value: JsonValue | undefined; names: Set<string> }) {
  const { value, names } = options;
  const inner = (one: JsonValue | undefined): any =>
    mask({ value: one, names });
  if (Array.isArray(value)) return value.map(inner);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      names.has(key) && one !== undefined && one !== '' ? MASK : inner(one),
    ]),
  );
}
