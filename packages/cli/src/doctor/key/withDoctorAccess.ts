import type { JsonObject } from '@backstage/types';
import { connectionsReadPermission } from '@callboard/plugin-connections-common';
import { withLocalAccess } from '../../localKeys/withLocalAccess';

/** How the doctor is called where a service is named. */
export const DOCTOR_SUBJECT = 'callboard-doctor';

/** The configuration with the doctor's key, which opens the facts of the plugin `connections` and nothing else. See `withLocalAccess`. */
export function withDoctorAccess(options: {
  data: JsonObject;
  key: string;
}): JsonObject {
  return withLocalAccess({
    ...options,
    subject: DOCTOR_SUBJECT,
    plugin: 'connections',
    permission: connectionsReadPermission.name,
  });
}
