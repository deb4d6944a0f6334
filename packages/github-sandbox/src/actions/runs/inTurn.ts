import type { Sandbox } from '../../core/Sandbox';
import type { Repository } from '../../core/state';
import { runtimeOf } from '../ActionsRuntime';
import { ensureReplayed } from '../replay/ensureReplayed';

/** Does something with the runs of a repository after all that was begun before, so that their numbers follow the order of events. */
export function inTurn<T>(options: {
  sandbox: Sandbox;
  repository: Repository;
  work: () => Promise<T>;
}): Promise<T> {
  const { sandbox, repository, work } = options;
  const { turns } = runtimeOf(sandbox);
  const before = turns.get(repository.id) ?? ensureReplayed(options);
  const done = before.catch(() => undefined).then(work);
  turns.set(repository.id, done);
  return done;
}
