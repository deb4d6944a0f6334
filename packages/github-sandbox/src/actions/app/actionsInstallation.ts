import { newInstallation } from '../../core/records/newInstallation';
import type { Sandbox } from '../../core/Sandbox';
import type { Account, Installation } from '../../core/state';
import { actionsApp } from './actionsApp';

/**
 * What ties `GITHUB_TOKEN`s to an account. It has no permissions of its own: those stand in each token, and an App that may write checks
 * would be asked for a check suite on every push.
 */
export function actionsInstallation(options: {
  sandbox: Sandbox;
  account: Account;
}): Installation {
  const { sandbox, account } = options;
  const app = actionsApp(sandbox);
  return (
    sandbox.state.installations
      .by('app', app.id)
      .find(({ accountId }) => accountId === account.id) ??
    newInstallation({
      sandbox,
      app,
      account,
      values: { permissions: { metadata: 'read' }, events: [] },
    })
  );
}
