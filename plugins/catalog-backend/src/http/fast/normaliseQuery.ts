import type { ParameterShape, QueryShape } from './QueryShape';

/** Longer numbers are left to the validator. */
const COUNT = /^[0-9]{1,15}$/;

/**
 * Makes of a parsed query string what the OpenAPI validator makes of it, where that is plain. Undefined for all that the validator
 * would refuse, and for anything unusual: it decides then.
 */
export function normaliseQuery(
  query: Record<string, unknown>,
  shape: QueryShape,
): Record<string, unknown> | undefined {
  const normalised: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(query)) {
    const expected = shape.get(name);
    const result = expected && normalise(value, expected);
    if (result === undefined) return undefined;
    normalised[name] = result;
  }
  return normalised;
}

function normalise(value: unknown, shape: ParameterShape): unknown {
  if (typeof value === 'string') {
    if (value === '') return undefined;
    if (shape === 'text') return value;
    if (shape === 'list') return [value];
    if (shape === 'commas') return value.split(',');
    if (shape === 'count') return COUNT.test(value) ? Number(value) : undefined;
    return shape.includes(value) ? value : undefined;
  }
  const isList =
    Array.isArray(value) && value.every(each => typeof each === 'string');
  return isList && (shape === 'list' || shape === 'commas') ? value : undefined;
}
