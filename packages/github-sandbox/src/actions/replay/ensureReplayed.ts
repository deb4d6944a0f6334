import type { Sandbox } from '../../core/Sandbox';
import type { Repository } from '../../core/state';
import { runtimeOf } from '../ActionsRuntime';
import { replayRepository } from './replayRepository';

/**
 * Makes the runs that the past of a seeded repository should have, once, before anybody asks about its runs. Where that fails, whoever runs
 * the sandbox hears of it, and the repository goes on with the runs that there are.
 */
export function ensureReplayed(options: {
  sandbox: Sandbox;
  repository: Repository;
}): Promise<void> {
  const { sandbox, repository } = options;
  if (!repository.actions.replay) return Promise.resolve();
  const { replays } = runtimeOf(sandbox);
  const begun =
    replays.get(repository.id) ??
    replayRepository(options).catch(error => {
      delete repository.actions.replay;
      sandbox.background(Promise.reject(error));
    });
  replays.set(repository.id, begun);
  return begun;
}
