import type { Sandbox } from '../Sandbox';
import type { Account, App, Installation } from '../state';

/** Installs an App on an account with the permissions and events that it asks for, on all repositories. */
export function newInstallation(options: {
  sandbox: Sandbox;
  app: App;
  account: Account;
  values?: Partial<Omit<Installation, 'id' | 'appId' | 'accountId'>>;
}): Installation {
  const { sandbox, app, account, values } = options;
  const now = sandbox.clock.iso();
  return sandbox.state.installations.insert({
    id: sandbox.nextId(),
    appId: app.id,
    accountId: account.id,
    permissions: { ...app.permissions },
    events: [...app.events],
    repositorySelection: 'all',
    repositoryIds: [],
    suspendedAt: null,
    createdAt: now,
    updatedAt: now,
    ...values,
  });
}
