import type { Sandbox } from '../core/Sandbox';
import { clientDetails, findClient } from './findClient';
import { matchesSecret } from './matchesSecret';
import { readCredential } from './readCredential';
import { tokenViewer } from './tokenViewer';
import { verifyAppJwt } from './verifyAppJwt';
import type { Viewer } from './Viewer';

export type Authentication =
  | { outcome: 'authenticated'; viewer: Viewer }
  /** `status` is 401 where it is left out, `message` is `Bad credentials`. */
  | { outcome: 'badCredentials'; status?: 401 | 404; message?: string };

/**
 * Reads who calls from the Authorization header: a token (also as user name or password of Basic, as git sends it), an App's JWT, or
 * client id and secret. https://docs.github.com/rest/authentication/authenticating-to-the-rest-api
 */
export async function authenticate(options: {
  sandbox: Sandbox;
  authorization: string | undefined;
  address: string;
}): Promise<Authentication> {
  const { sandbox, authorization, address } = options;
  const credential = readCredential(authorization);
  switch (credential.kind) {
    case 'none':
      return {
        outcome: 'authenticated',
        viewer: { kind: 'anonymous', address },
      };
    case 'jwt': {
      const verified = await verifyAppJwt({ sandbox, jwt: credential.jwt });
      return verified.outcome === 'verified'
        ? {
            outcome: 'authenticated',
            viewer: { kind: 'app', app: verified.app },
          }
        : {
            outcome: 'badCredentials',
            status: verified.status,
            message: verified.message,
          };
    }
    case 'token':
      return known(tokenViewer({ sandbox, secret: credential.secret }));
    case 'basic': {
      const { name, password } = credential;
      return known(
        tokenViewer({ sandbox, secret: password }) ??
          tokenViewer({ sandbox, secret: name }) ??
          clientViewer({ sandbox, clientId: name, secret: password }),
      );
    }
    default:
      return { outcome: 'badCredentials' };
  }
}

function known(viewer: Viewer | undefined): Authentication {
  return viewer
    ? { outcome: 'authenticated', viewer }
    : { outcome: 'badCredentials' };
}

function clientViewer(options: {
  sandbox: Sandbox;
  clientId: string;
  secret: string;
}): Viewer | undefined {
  const { sandbox, clientId, secret } = options;
  const client = findClient({ sandbox, clientId });
  return client &&
    matchesSecret({ secret, hashes: clientDetails(client).clientSecretHashes })
    ? { kind: 'client', clientId }
    : undefined;
}
