import type { JsonObject, JsonValue } from '@backstage/types';

/**
 * The configuration with the key with which runs of templates are encrypted at rest, unless the operator has set one: replicas that share no
 * data directory need the same. Only the running portal's configuration has it: no file, and not `config print`.
 */
export function withTemplateKey(options: {
  data: JsonObject;
  key: string;
}): JsonObject {
  const { data, key } = options;
  const callboard = toMap(data.callboard);
  const templates = toMap(callboard.templates);
  return {
    ...data,
    callboard: { ...callboard, templates: { key, ...templates } },
  };
}

function toMap(value: JsonValue | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : {};
}
