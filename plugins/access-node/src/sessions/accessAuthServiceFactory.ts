import { authServiceFactory } from '@backstage/backend-defaults/auth';
import { coreServices } from '@backstage/backend-plugin-api';
import { apiKeysServiceRef } from '../keys/apiKeysServiceRef';
import { restrictKey } from '../keys/restrictKey';
import { allowLeeway } from './allowLeeway';
import { decorateFactory } from './decorateFactory';
import { SessionAuthService } from './SessionAuthService';
import { sessionsServiceRef } from './sessionsServiceRef';

/**
 * Auth of every plugin: stock's, but what was ended is refused, and a key opens what it is for. Needs the access plugin in the same backend.
 */
export const accessAuthServiceFactory = decorateFactory({
  factory: authServiceFactory,
  deps: {
    keys: apiKeysServiceRef,
    plugin: coreServices.pluginMetadata,
    sessions: sessionsServiceRef,
  },
  decorate(stock, { keys, plugin, sessions }) {
    allowLeeway(stock);
    return new SessionAuthService({
      stock,
      sessions,
      restrict: credentials =>
        restrictKey({ credentials, pluginId: plugin.getId(), keys }),
    });
  },
});
