import { timingSafeEqual, createHash } from 'node:crypto';
import type { GithubHost } from '../../hosts/GithubHost';
import type { GithubCredentials } from '../GithubCredentials';
import type { KnownTokens } from './createKnownTokens';
import type { StoredCredentials } from '../../stored/StoredCredentials';
import { fingerprintOf } from '../fingerprintOf';
import { readAuthorization } from './readAuthorization';

/**
 * Whose token a request to a host carries. Prefixes tell the kinds:
 * https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats
 */
export function identifyCredential(options: {
  host: GithubHost | undefined;
  authorization: string | undefined;
  known: KnownTokens;
  stored: Pick<StoredCredentials, 'list'>;
}): ReturnType<GithubCredentials['identify']> {
  const { host, authorization, known, stored } = options;
  const credentials = host?.credentials ?? [];
  const apps = credentials.filter(item => item.kind === 'app');
  const tokens = credentials.filter(item => item.kind === 'token');

  const read = readAuthorization(authorization);
  switch (read.kind) {
    case 'none':
      return { kind: 'none' };
    case 'jwt': {
      const app = apps.find(
        ({ appId, clientId }) =>
          read.issuer === String(appId) || read.issuer === clientId,
      );
      return app ? { kind: 'app', credentialId: app.id } : { kind: 'unknown' };
    }
    case 'secret': {
      for (const secret of read.candidates) {
        const minted = known.find(secret);
        if (minted) {
          const { credentialId, owner } = minted;
          return { kind: 'app', credentialId, ...(owner && { owner }) };
        }
        const token = tokens.find(item => isEqual(item.token, secret));
        if (token) return { kind: 'token', credentialId: token.id };
        const rotated = host && rotatedId({ host: host.host, secret, stored });
        if (rotated) return { kind: 'token', credentialId: rotated };
      }
      if (read.candidates.some(item => /^gh[ou]_/.test(item))) {
        return { kind: 'user' };
      }
      const isInstallation = read.candidates.some(item => /^ghs_/.test(item));
      return isInstallation && apps.length === 1
        ? { kind: 'unknown', credentialId: apps[0].id }
        : { kind: 'unknown' };
    }
    default:
      return { kind: 'unknown' };
  }
}

/**
 * Of a token that was in use before a rotation. Code that read its configuration earlier goes on with it, whatever the configuration names
 * now, and whoever wants to revoke it has to know.
 */
function rotatedId(options: {
  host: string;
  secret: string;
  stored: Pick<StoredCredentials, 'list'>;
}): string | undefined {
  const { host, secret, stored } = options;
  const fingerprint = fingerprintOf(secret);
  const isRotated = stored
    .list()
    .some(
      item =>
        item.kind === 'token' &&
        item.host.toLowerCase() === host.toLowerCase() &&
        (item.replaces === fingerprint || isEqual(item.token, secret)),
    );
  return isRotated ? `token:${host}:${fingerprint}` : undefined;
}

/** Takes the same time whatever differs. */
function isEqual(a: string, b: string): boolean {
  const [first, second] = [a, b].map(text =>
    createHash('sha256').update(text).digest(),
  );
  return timingSafeEqual(first, second);
}
