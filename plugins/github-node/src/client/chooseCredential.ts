import { NotFoundError } from '@backstage/errors';
import type { CredentialChain } from '../credentials/CredentialChain';
import type { GithubCredentials } from '../credentials/GithubCredentials';
import type { GithubHost } from '../hosts/GithubHost';
import type { ClientOptions } from './ClientOptions';

/** What one request carries. */
export interface ChosenCredential {
  /** Undefined, and the kind as well, for a token that the caller gave: the header tells. */
  credentialId?: string;
  kind?: 'app' | 'token' | 'none';
  /** Of an App that does not speak for itself. */
  installationId?: number;
  /** Undefined for nobody. */
  token?: string;
  chain?: CredentialChain;
  /** Whether it may have ended early, so that a new one can be asked for. */
  isRenewable: boolean;
}

/** The credential for a request: the one that the options name, else that of the chain for `url`. Asked for each request, since tokens end. */
export async function chooseCredential(options: {
  as: ClientOptions['as'];
  host: GithubHost;
  /** Of the owner or repository that the request is about. */
  url: string;
  pluginId: string;
  credentials: GithubCredentials;
}): Promise<ChosenCredential> {
  const { as, host, url, pluginId, credentials } = options;
  if (!as) {
    const { credentialId, kind, installationId, token, chain } =
      await credentials.serve({ url, pluginId });
    return {
      credentialId,
      kind,
      installationId,
      token,
      chain,
      isRenewable: kind === 'app',
    };
  }
  if ('anonymous' in as) {
    return { credentialId: 'none', kind: 'none', isRenewable: false };
  }
  if ('secret' in as) {
    // Often a person's own, which must not be booked as one that is configured.
    return { token: as.secret, isRenewable: false };
  }
  if ('token' in as) {
    const token = host.credentials.find(({ id }) => id === as.token);
    if (token?.kind !== 'token') {
      throw new NotFoundError(
        `No token ${as.token} is configured for ${host.host}`,
      );
    }
    return {
      credentialId: token.id,
      kind: 'token',
      token: token.token,
      isRenewable: false,
    };
  }
  const { app, installationId } = as as {
    app: string;
    installationId?: number;
  };
  const token =
    installationId === undefined
      ? await credentials.appToken(app)
      : await credentials.installationToken({
          credentialId: app,
          installationId,
        });
  return {
    credentialId: app,
    kind: 'app',
    installationId,
    token,
    isRenewable: installationId !== undefined,
  };
}
