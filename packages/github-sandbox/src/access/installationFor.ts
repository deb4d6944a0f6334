import type { Sandbox } from '../core/Sandbox';
import type { Installation, Token } from '../core/state';

/**
 * The installation, on an account, of the App that a user-to-server token was issued through. None while it is suspended, nor any
 * other than the one that the token was scoped to.
 */
export function installationFor(options: {
  sandbox: Sandbox;
  token: Token;
  accountId: number;
}): Installation | undefined {
  const { sandbox, token, accountId } = options;
  const app =
    token.clientId !== null
      ? sandbox.state.apps.first('client', token.clientId)
      : undefined;
  return sandbox.state.installations
    .by('account', accountId)
    .find(
      installation =>
        installation.appId === app?.id &&
        installation.suspendedAt === null &&
        (token.installationId === null ||
          token.installationId === installation.id),
    );
}
