import type { Sandbox } from '../../core/Sandbox';
import type { Installation, User } from '../../core/state';

/** Keeps an App from using an installation: its tokens are answered with 403. Nothing happens to one that is suspended already. */
export function suspendInstallation(options: {
  sandbox: Sandbox;
  installation: Installation;
  actor: User;
}): void {
  const { sandbox, installation, actor } = options;
  if (installation.suspendedAt) return;
  installation.suspendedAt = sandbox.clock.iso();
  installation.suspendedById = actor.id;
  installation.updatedAt = installation.suspendedAt;
  sandbox.events.emit({
    name: 'installation',
    action: 'suspend',
    installation,
    sender: actor,
  });
}

/** The reverse. */
export function unsuspendInstallation(options: {
  sandbox: Sandbox;
  installation: Installation;
  actor: User;
}): void {
  const { sandbox, installation, actor } = options;
  if (!installation.suspendedAt) return;
  installation.suspendedAt = null;
  installation.suspendedById = null;
  installation.updatedAt = sandbox.clock.iso();
  sandbox.events.emit({
    name: 'installation',
    action: 'unsuspend',
    installation,
    sender: actor,
  });
}
