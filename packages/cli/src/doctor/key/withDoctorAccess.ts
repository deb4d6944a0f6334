import type { JsonObject, JsonValue } from '@backstage/types';
import { connectionsReadPermission } from '@callboard/plugin-connections-common';

/** How the doctor is called where a service is named. */
export const DOCTOR_SUBJECT = 'callboard-doctor';

/**
 * The configuration with the doctor's key as one more way of access from outside, after the operator's own. It opens the facts of the
 * plugin `connections` and nothing else. Only the running portal's configuration has it: no file, and not `config print`.
 */
export function withDoctorAccess(options: {
  data: JsonObject;
  key: string;
}): JsonObject {
  const { data, key } = options;
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
            options: { token: key, subject: DOCTOR_SUBJECT },
            accessRestrictions: [
              {
                plugin: 'connections',
                permission: connectionsReadPermission.name,
              },
            ],
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
