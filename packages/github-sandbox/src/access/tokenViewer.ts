import { hashSecret } from '../core/hashSecret';
import type { Sandbox } from '../core/Sandbox';
import type { Viewer } from './Viewer';

/**
 * On whose behalf a token speaks, by its secret. Undefined for a token that is not known, has expired, was revoked, or whose person,
 * installation or App is gone. A token that is used says so in `lastUsedAt`.
 */
export function tokenViewer(options: {
  sandbox: Sandbox;
  secret: string;
}): Viewer | undefined {
  const { sandbox, secret } = options;
  const { state } = sandbox;
  const token = secret && state.tokens.first('hash', hashSecret(secret));
  const now = sandbox.clock.iso();
  if (!token || token.revokedAt) return undefined;
  if (token.expiresAt && token.expiresAt <= now) return undefined;

  const viewer = ((): Viewer | undefined => {
    if (token.kind === 'installation') {
      const installation = state.installations.get(token.installationId ?? 0);
      const app = installation && state.apps.get(installation.appId);
      const bot = app && state.users.get(app.botId);
      return bot && { kind: 'installation', app, installation, token, bot };
    }
    const user = state.users.get(token.userId ?? 0);
    return user && { kind: 'user', user, token };
  })();
  if (viewer) token.lastUsedAt = now;
  return viewer;
}
