import { issueToken } from '../../access/issueToken';
import type { Sandbox } from '../../core/Sandbox';
import type { App, Installation } from '../../core/state';

/** A token of an App's installation, with what the App may do, or with `permissions`. */
export function installationToken(options: {
  sandbox: Sandbox;
  app: App;
  installation: Installation;
  permissions?: App['permissions'];
}): string {
  const { sandbox, app, installation } = options;
  return issueToken({
    sandbox,
    kind: 'installation',
    values: {
      installationId: installation.id,
      permissions: options.permissions ?? app.permissions,
      expiresAt: '2999-01-01T00:00:00Z',
    },
  }).secret;
}
