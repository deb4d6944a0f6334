import type { GithubHost } from '../../hosts/GithubHost';
import type { GithubCredentials } from '../GithubCredentials';
import type { KnownTokens } from './createKnownTokens';
import type { StoredTokens } from './createStoredTokens';
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
  stored: Pick<StoredTokens, 'has'>;
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
        // This process sends them itself: there is nobody who could measure how long a comparison takes.
        const token = tokens.find(item => item.token === secret);
        if (token) return { kind: 'token', credentialId: token.id };
        const fingerprint = fingerprintOf(secret);
        if (host && stored.has({ host: host.host, fingerprint })) {
          const credentialId = `token:${host.host}:${fingerprint}`;
          return { kind: 'token', credentialId };
        }
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
