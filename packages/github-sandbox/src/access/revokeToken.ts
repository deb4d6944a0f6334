import type { Sandbox } from '../core/Sandbox';
import type { Token } from '../core/state';

/** Ends a token, and with it its refresh token. */
export function revokeToken(options: { sandbox: Sandbox; token: Token }): void {
  const { sandbox, token } = options;
  token.revokedAt = sandbox.clock.iso();
  token.refreshHash = null;
  token.refreshExpiresAt = null;
  sandbox.state.tokens.touch(token);
}
