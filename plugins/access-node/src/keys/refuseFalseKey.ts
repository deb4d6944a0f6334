import type {
  BackstageCredentials,
  BackstageServicePrincipal,
} from '@backstage/backend-plugin-api';
import { AuthenticationError } from '@backstage/errors';
import { parseKey } from './keyText';
import { keyOfSubject } from './subjects';

/**
 * Throws `AuthenticationError` for credentials in the name of a key that did not come with that key: an issuer of `externalAccess` of the type `jwks` chooses
 * the names of its services, and stock puts no more than `external:` before them.
 */
export function refuseFalseKey(options: {
  credentials: BackstageCredentials;
  /** What the credentials came with. */
  token: string;
}): void {
  const { type, subject } = options.credentials
    .principal as Partial<BackstageServicePrincipal>;
  if (type !== 'service' || !subject) return;
  const id = keyOfSubject({ subject });
  if (id !== undefined && parseKey(options.token)?.id !== id) {
    throw new AuthenticationError('Illegal token');
  }
}
