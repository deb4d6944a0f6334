import type { JsonObject, JsonValue } from '@backstage/types';

/** The configuration with one more way of access from outside, after the operator's own. */
export function withExternalAccess(options: {
  data: JsonObject;
  /** Of `backend.auth.externalAccess`. */
  entry: JsonObject;
}): JsonObject {
  const { data, entry } = options;
  const backend = toMap(data.backend);
  const auth = toMap(backend.auth);
  const own = Array.isArray(auth.externalAccess) ? auth.externalAccess : [];
  return {
    ...data,
    backend: { ...backend, auth: { ...auth, externalAccess: [...own, entry] } },
  };
}

function toMap(value: JsonValue | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : {};
}
