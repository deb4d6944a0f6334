import { revokeToken } from '../../access/revokeToken';
import type { Sandbox } from '../../core/Sandbox';
import type { Installation, User } from '../../core/state';

/** Uninstalls an App from an account; its tokens end. */
export function deleteInstallation(options: {
  sandbox: Sandbox;
  installation: Installation;
  actor: User;
}): void {
  const { sandbox, installation, actor } = options;
  sandbox.state.tokens
    .filter(({ installationId }) => installationId === installation.id)
    .forEach(token => revokeToken({ sandbox, token }));
  sandbox.state.installations.remove(installation);
  sandbox.events.emit({
    name: 'installation',
    action: 'deleted',
    installation,
    sender: actor,
  });
}
