import { actorOf } from '../../access';
import type { Answer, Route } from '../../http/Route';
import type { Hook } from '../../core/state';
import { sendTestPush } from '../delivery/sendTestPush';
import type { HookScope, ScopedCall } from './HookScope';
import { hookRoute } from './scopedRoute';

/** `tests` is the documented route; `test` is what `test_url` of a hook says. */
export function hookTestRoutes(options: { scope: HookScope }): Route[] {
  const { scope } = options;
  return ['/tests', '/test'].map(path =>
    hookRoute({ scope, method: 'POST', path, handle: test }),
  );
}

async function test(options: {
  call: ScopedCall;
  hook: Hook;
}): Promise<Answer> {
  const { call, hook } = options;
  await sendTestPush({
    sandbox: call.sandbox,
    repository: call.repository,
    hook,
    actor: actorOf(call.viewer),
  });
  return { status: 204 };
}
