import type { Viewer } from '../access';
import type { LoggedRequest } from '../core/requests/RequestLog';

/** Who a request came from, without any part of a secret but a token's last characters. */
export function describeCredential(
  viewer: Viewer | undefined,
): LoggedRequest['credential'] {
  if (!viewer) return { kind: 'unknown' };
  switch (viewer.kind) {
    case 'user':
      return {
        kind: viewer.token.kind,
        login: viewer.user.login,
        tail: viewer.token.tail,
      };
    case 'installation':
      return {
        kind: 'installation',
        appSlug: viewer.app.slug,
        installationId: viewer.installation.id,
        tail: viewer.token.tail,
      };
    case 'app':
      return { kind: 'app', appSlug: viewer.app.slug };
    case 'client':
      return { kind: 'client', login: viewer.clientId };
    default:
      return { kind: 'none' };
  }
}
