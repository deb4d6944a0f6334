import { randomBytes } from 'node:crypto';
import { clientDetails } from '../../access/findClient';
import { includesScope, normaliseScopes } from '../../access/scopes';
import { hashSecret } from '../../core/hashSecret';
import { isoSeconds } from '../../core/isoSeconds';
import type { Sandbox } from '../../core/Sandbox';
import type { Grant, User } from '../../core/state';
import type { AuthorizationRequest } from './readAuthorization';

const VALID_MS = 10 * 60 * 1000;

/** What a person has granted an application, if anything. */
export function findGrant(options: {
  sandbox: Sandbox;
  user: User;
  clientId: string;
}): Grant | undefined {
  const { sandbox, user, clientId } = options;
  return sandbox.state.grants
    .by('user', user.id)
    .find(grant => grant.clientId === clientId);
}

/** The grant of a person who has granted all this before, so that GitHub does not ask again. */
export function sufficientGrant(options: {
  sandbox: Sandbox;
  user: User;
  request: AuthorizationRequest;
}): Grant | undefined {
  const { sandbox, user, request } = options;
  const { clientId } = clientDetails(request.client);
  const grant = findGrant({ sandbox, user, clientId });
  return grant &&
    request.scopes.every(needed =>
      includesScope({ granted: grant.scopes, needed }),
    )
    ? grant
    : undefined;
}

/** Keeps in mind what a person grants an application, beside what was granted before. */
export function rememberGrant(options: {
  sandbox: Sandbox;
  user: User;
  clientId: string;
  scopes: string[];
  ssoAuthorised?: number[];
}): void {
  const { sandbox, user, clientId, scopes, ssoAuthorised } = options;
  const grant = findGrant({ sandbox, user, clientId });
  if (grant) {
    grant.ssoAuthorised = ssoAuthorised;
    grant.scopes = normaliseScopes([...grant.scopes, ...scopes]);
    return;
  }
  sandbox.state.grants.insert({
    id: sandbox.nextId(),
    userId: user.id,
    clientId,
    scopes,
    ssoAuthorised,
    createdAt: sandbox.clock.iso(),
  });
}

/** Makes the code that the application exchanges for a token: once, within ten minutes. */
export function grantAccess(options: {
  sandbox: Sandbox;
  user: User;
  request: AuthorizationRequest;
  /** Organisations with SAML for which the token is authorised at once. */
  ssoAuthorised: number[];
}): { code: string } {
  const { sandbox, user, request, ssoAuthorised } = options;
  const { clientId } = clientDetails(request.client);
  rememberGrant({
    sandbox,
    user,
    clientId,
    scopes: request.scopes,
    ssoAuthorised,
  });
  const code = randomBytes(10).toString('hex');
  sandbox.state.codes.insert({
    id: sandbox.nextId(),
    kind: 'oauth',
    hash: hashSecret(code),
    userId: user.id,
    clientId,
    redirectUri: request.requestedRedirectUri,
    scopes: request.scopes,
    codeChallenge: request.codeChallenge,
    codeChallengeMethod: request.codeChallengeMethod,
    appId: null,
    ssoAuthorised,
    createdAt: sandbox.clock.iso(),
    expiresAt: isoSeconds(new Date(sandbox.clock.now().getTime() + VALID_MS)),
  });
  sandbox.changed();
  return { code };
}
