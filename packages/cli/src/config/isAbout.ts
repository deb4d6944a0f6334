import type { JsonValue } from '@backstage/types';

/** The parts of a JSON schema that matter here. */
export interface JsonSchema {
  required?: string[];
  properties?: Record<string, JsonSchema>;
  additionalProperties?: JsonSchema | boolean;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  const?: string;
  type?: string;
  [keyword: string]: unknown;
}

/** Keywords that say nothing about a value. */
const SILENT = [
  '$schema',
  'definitions',
  'description',
  'properties',
  'title',
  'type',
];

/**
 * Whether a schema says anything about this value. A package's schema speaks of a few keys deep inside the configuration; where none of
 * them is set and none demanded, it can neither be violated nor make anything visible.
 */
export function isAbout(
  schema: JsonSchema,
  value: JsonValue | undefined,
): boolean {
  if (value === undefined) {
    return false;
  }
  const { properties } = schema;
  const isPlainMap =
    properties !== undefined &&
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.keys(schema).every(keyword => SILENT.includes(keyword));
  return isPlainMap
    ? Object.entries(properties).some(([key, child]) =>
        isAbout(child, value[key]),
      )
    : true;
}
