import type { Sandbox } from '../../core/Sandbox';
import { runtimeOf } from '../ActionsRuntime';

/** Ends what goes on in a repository that is gone. */
export function forgetRepository(options: {
  sandbox: Sandbox;
  repositoryId: number;
}): void {
  const { sandbox, repositoryId } = options;
  const runtime = runtimeOf(sandbox);
  for (const execution of [...runtime.executions.values()]) {
    if (execution.scope.repository.id === repositoryId) execution.abandon();
  }
  runtime.schedules.get(repositoryId)?.();
  for (const map of [
    runtime.schedules,
    runtime.turns,
    runtime.replays,
    runtime.listed,
    runtime.caches,
  ]) {
    map.delete(repositoryId);
  }
}
