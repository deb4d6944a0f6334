import type { JsonObject, JsonValue } from '@backstage/types';

/**
 * The configuration with a command's key as one more way of access from outside, after the operator's own. It opens what is named of one
 * plugin and nothing else. Only the running portal's configuration has it: no file, and not `config print`.
 */
export function withLocalAccess(options: {
  data: JsonObject;
  key: string;
  /** How the command is called where a service is named. */
  subject: string;
  plugin: string;
  permission: string | string[];
}): JsonObject {
  const { data, key, subject, plugin, permission } = options;
  const backend = toMap(data.backend);
  const auth = toMap(backend.auth);
  const own = Array.isArray(auth.externalAccess) ? auth.externalAccess : [];
  return {
    ...data,
    backend: {
      ...backend,
      auth: {
        ...auth,
        externalAccess: [
          ...own,
          {
            type: 'static',
            options: { token: key, subject },
            accessRestrictions: [{ plugin, permission }],
          },
        ],
      },
    },
  };
}

function toMap(value: JsonValue | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : {};
}
