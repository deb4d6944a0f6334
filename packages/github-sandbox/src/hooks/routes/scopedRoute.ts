import type { Hook } from '../../core/state';
import { notFound } from '../../http/GitHubError';
import type { Answer, Route } from '../../http/Route';
import type { HookScope, ScopedCall } from './HookScope';
import { requireHookRights } from './requireHookRights';

/** A route about the hooks of a scope. */
export function hooksRoute(options: {
  scope: HookScope;
  method: string;
  /** After `/hooks`. */
  path?: string;
  handle(options: {
    call: ScopedCall;
    target: Hook['target'];
  }): Promise<Answer> | Answer;
}): Route {
  const { scope, method, path = '', handle } = options;
  return {
    route: `${method} ${scope.prefix}/hooks${path}`,
    on: scope.on,
    access: scope.access(method === 'GET' ? 'read' : 'write'),
    handle(call: ScopedCall) {
      const { target, account } = scope.subjectOf(call);
      requireHookRights({ call, account });
      return handle({ call, target });
    },
  } as Route;
}

/** A route about one hook of a scope. */
export function hookRoute(options: {
  scope: HookScope;
  method: string;
  /** After `/hooks/{hook_id}`. */
  path?: string;
  handle(options: { call: ScopedCall; hook: Hook }): Promise<Answer> | Answer;
}): Route {
  const { path = '', handle } = options;
  return hooksRoute({
    ...options,
    path: `/{hook_id}${path}`,
    handle({ call, target }) {
      const hook = call.sandbox.state.hooks.get(Number(call.params.hook_id));
      if (
        !hook ||
        hook.target.kind !== target.kind ||
        hook.target.id !== target.id
      ) {
        throw notFound();
      }
      return handle({ call, hook });
    },
  });
}
