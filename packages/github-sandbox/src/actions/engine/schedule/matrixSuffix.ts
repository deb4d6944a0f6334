import type { JsonObject, JsonValue } from '../types';

const MAXIMUM_LENGTH = 100;

/** What GitHub puts behind the name of a job with a matrix: ` (20, ubuntu-latest)`; empty without one. */
export function matrixSuffix(matrix: JsonObject): string {
  const values = leaves(matrix).join(', ');
  if (values === '') {
    return '';
  }
  return values.length > MAXIMUM_LENGTH
    ? ` (${values.slice(0, MAXIMUM_LENGTH - 3)}...)`
    : ` (${values})`;
}

function leaves(value: JsonValue): string[] {
  if (value === null || value === '') {
    return [];
  }
  return typeof value === 'object'
    ? Object.values(value).flatMap(leaves)
    : [String(value)];
}
