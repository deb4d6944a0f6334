import type { IncomingMessage, ServerResponse } from 'node:http';
import { runInScope } from '../scope/runInScope';
import { callerOf } from './callerOf';
import { lazyPromise } from './lazyPromise';
import { personOf } from './persons';

const PLUGIN = /^\/api\/([a-z0-9][a-z0-9_-]*)(?:[/?]|$)/i;

/**
 * Middleware for the root HTTP router: what a plugin asks GitHub for while it answers a request is attributed to the plugin, and to the
 * person whose token came with the request. A token is verified only when GitHub is asked.
 */
export function attributeRequests() {
  return (
    request: IncomingMessage,
    _response: ServerResponse,
    next: () => void,
  ): void => {
    const [, pluginId] = PLUGIN.exec(request.url ?? '') ?? [];
    if (!pluginId) {
      next();
      return;
    }
    const caller = callerOf(request);
    runInScope(
      {
        pluginId,
        priority: caller.kind === 'plugin' ? 'background' : 'person',
        person:
          caller.kind === 'holder'
            ? lazyPromise(() => personOf(caller.token))
            : undefined,
      },
      next,
    );
  };
}
