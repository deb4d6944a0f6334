import type { Sandbox } from '../../core/Sandbox';
import type { Account } from '../../core/state';

/** How many repositories an account has; internal ones count as private. */
export function repositoryCounts(options: {
  sandbox: Sandbox;
  account: Account;
}): { public: number; private: number } {
  const owned = options.sandbox.state.repositories.by(
    'owner',
    options.account.id,
  );
  const open = owned.filter(({ visibility }) => visibility === 'public').length;
  return { public: open, private: owned.length - open };
}
