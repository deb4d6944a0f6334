import { createHash } from 'node:crypto';
import type { BackstagePrincipalAccessRestrictions } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { readConfiguredRestrictions } from './readConfiguredRestrictions';

/** As stock has it for static tokens. */
const SHORTEST = 8;

/** A secret of `backend.auth.keys`, good as a bearer token. */
export interface ConfiguredSecret {
  /** SHA-256. */
  hash: Buffer;
  /** How the service is called that comes with it. */
  subject: string;
  /** By plugin; absent where it opens everything. */
  restrictions?: Map<string, BackstagePrincipalAccessRestrictions>;
}

/**
 * The secrets of `backend.auth.keys`. Secrets of fewer than eight characters are left out: stock takes them for signing, but they could be
 * guessed. Throws for an `id` that cannot be the name of a service.
 */
export function readConfiguredSecrets(options: {
  config: Config;
}): ConfiguredSecret[] {
  const entries =
    options.config.getOptionalConfigArray('backend.auth.keys') ?? [];
  return entries.flatMap((entry, index) => {
    const secret = entry.getString('secret');
    const id = entry.getOptionalString('id');
    if (id !== undefined && !/^(?!api-key:)\S+$/.test(id)) {
      throw new Error(
        `backend.auth.keys[${index}].id cannot be the name of a service: it has no spaces and does not begin with 'api-key:'`,
      );
    }
    if (secret.length < SHORTEST) return [];
    return [
      {
        hash: createHash('sha256').update(secret).digest(),
        // The name that stock gives those who sign with such a secret.
        subject: `external:${id ?? 'backstage-plugin'}`,
        restrictions: readConfiguredRestrictions({ entry }),
      },
    ];
  });
}
