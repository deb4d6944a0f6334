import type { Sandbox } from '../core/Sandbox';
import { removeHook } from './settings/removeHook';

/** A repository that is deleted takes its hooks with it, once they have been told. */
export function forgetHooks(options: { sandbox: Sandbox }): void {
  const { sandbox } = options;
  sandbox.events.on(event => {
    if (event.name !== 'repository' || event.action !== 'deleted') return;
    sandbox.state.hooks
      .by('target', `repository:${event.repository.id}`)
      .forEach(hook => removeHook({ sandbox, hook }));
  });
}
