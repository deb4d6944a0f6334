import type { Sandbox } from '../../core/Sandbox';
import type { Hook } from '../../core/state';

/** Removes a hook and what was written down of its deliveries. */
export function removeHook(options: { sandbox: Sandbox; hook: Hook }): void {
  const { sandbox, hook } = options;
  sandbox.state.hooks.remove(hook);
  sandbox.state.deliveries
    .by('hook', `${hook.target.kind}:${hook.id}`)
    .forEach(delivery => sandbox.state.deliveries.remove(delivery));
}
