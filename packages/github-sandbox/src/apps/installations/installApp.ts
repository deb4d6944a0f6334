import { newInstallation } from '../../core/records/newInstallation';
import type { Sandbox } from '../../core/Sandbox';
import type { Account, App, Installation, User } from '../../core/state';

export type InstalledApp =
  | { outcome: 'installed'; installation: Installation }
  /** It was there already; nothing has changed. */
  | { outcome: 'alreadyInstalled'; installation: Installation }
  /** The App is private, and this is not its owner's account. */
  | { outcome: 'private' };

/** Installs an App on an account with the permissions that it asks for. `repositoryIds` null: all repositories, also future ones. */
export function installApp(options: {
  sandbox: Sandbox;
  app: App;
  account: Account;
  actor: User;
  repositoryIds: number[] | null;
}): InstalledApp {
  const { sandbox, app, account, actor, repositoryIds } = options;
  const existing = sandbox.state.installations
    .by('account', account.id)
    .find(({ appId }) => appId === app.id);
  if (existing) {
    return { outcome: 'alreadyInstalled', installation: existing };
  }
  if (!app.public && app.nodeOwnerId !== account.id) {
    return { outcome: 'private' };
  }
  const installation = newInstallation({
    sandbox,
    app,
    account,
    values: {
      repositorySelection: repositoryIds ? 'selected' : 'all',
      repositoryIds: repositoryIds ?? [],
    },
  });
  sandbox.events.emit({
    name: 'installation',
    action: 'created',
    installation,
    sender: actor,
  });
  return { outcome: 'installed', installation };
}
