import type { Sandbox } from '../../core/Sandbox';
import { afterPush } from './afterPush';
import { enqueue } from './syncQueue';
import { repositoryToTry, tryAutoMerge } from './tryAutoMerge';

/** Keeps pull requests up to date with what happens around them. */
export function watchPushes(options: { sandbox: Sandbox }): void {
  const { sandbox } = options;
  sandbox.events.on(event => {
    if (event.name === 'push') {
      return enqueue({
        sandbox,
        work: () => afterPush({ sandbox, push: event }),
      });
    }
    const repository = repositoryToTry(event);
    return repository
      ? enqueue({ sandbox, work: () => tryAutoMerge({ sandbox, repository }) })
      : undefined;
  });
}
