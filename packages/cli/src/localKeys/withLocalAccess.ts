import type { JsonObject } from '@backstage/types';
import { withExternalAccess } from './withExternalAccess';

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
  return withExternalAccess({
    data,
    entry: {
      type: 'static',
      options: { token: key, subject },
      accessRestrictions: [{ plugin, permission }],
    },
  });
}
