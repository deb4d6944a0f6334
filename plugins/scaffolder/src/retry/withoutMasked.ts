import type { JsonObject, JsonValue } from '@backstage/types';

/** The values without those of the masked parameters, which are dotted paths. The values given stay as they are. */
export function withoutMasked(options: {
  values: JsonObject;
  masked: readonly string[];
}): JsonObject {
  const { values, masked } = options;
  const paths = masked.map(path => path.split('.'));
  return without({ value: values, paths }) as JsonObject;
}

function without(options: {
  value: JsonValue | undefined;
  paths: string[][];
}): JsonValue | undefined {
  const { value, paths } = options;
  if (paths.length === 0 || typeof value !== 'object' || value === null)
    return value;
  if (Array.isArray(value))
    return value.map(item => without({ value: item, paths }) as JsonValue);
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => {
      const below = paths.filter(([first]) => first === key);
      // A name may have a dot of its own.
      if (paths.some(path => path.join('.') === key)) return [];
      const deeper = below.map(path => path.slice(1));
      return [[key, without({ value: inner, paths: deeper })]];
    }),
  );
}
