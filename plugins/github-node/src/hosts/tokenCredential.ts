import { fingerprintOf } from '../credentials/fingerprintOf';
import type { TokenCredential } from './GithubHost';

/** A token as a credential of a host, named by its fingerprint unless it has a title. */
export function tokenCredential(options: {
  host: string;
  token: string;
  from: TokenCredential['from'];
  title?: string;
  configKey?: string;
  plugins?: string[];
}): TokenCredential {
  const { host, token, title, ...rest } = options;
  const fingerprint = fingerprintOf(token);
  return {
    ...rest,
    kind: 'token',
    id: `token:${host}:${fingerprint}`,
    title: title ?? `token ${fingerprint.slice(0, 4)}…`,
    token,
    fingerprint,
  };
}
