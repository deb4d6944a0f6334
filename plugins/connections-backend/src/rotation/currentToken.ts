import { ConflictError, InputError } from '@backstage/errors';
import type {
  GithubHost,
  TokenCredential,
} from '@callboard/plugin-github-node';

/**
 * The token of a host that is to be replaced. Throws `ConflictError` where the host has none, and `InputError` where it is not clear which
 * one is meant.
 */
export function currentToken(options: {
  host: GithubHost;
  /** A fingerprint. */
  replaces: string | undefined;
}): TokenCredential {
  const { host, replaces } = options;
  const tokens = host.credentials.filter(
    (credential): credential is TokenCredential => credential.kind === 'token',
  );
  const fingerprints = tokens.map(({ fingerprint }) => fingerprint).join(', ');
  if (tokens.length === 0) {
    throw new ConflictError(
      `${host.host} is configured without a token, so there is none to replace. Name one under ${host.configKey}, or use a GitHub App.`,
    );
  }
  if (replaces === undefined) {
    if (tokens.length > 1) {
      throw new InputError(
        `${host.host} has ${tokens.length} tokens. Say in "replaces" which one: ${fingerprints}.`,
      );
    }
    return tokens[0];
  }
  const found = tokens.find(
    ({ fingerprint }) => fingerprint === replaces.toLowerCase(),
  );
  if (!found) {
    throw new InputError(
      `${host.host} has no token with the fingerprint in "replaces". It has: ${fingerprints}.`,
    );
  }
  return found;
}
