import { auditorServiceFactory } from '@backstage/backend-defaults/auditor';
import { loggerServiceFactory } from '@backstage/backend-defaults/logger';
import { coreServices } from '@backstage/backend-plugin-api';
import { decorateFactory } from '@callboard/plugin-access-node';
import { activeMask } from '../mask/activeMasks';
import { maskAuditor } from './maskAuditor';
import { maskLogger } from './maskLogger';

const PLUGIN = 'scaffolder';

/**
 * The stock logger; that of the scaffolder masks the secrets of runs and requests while they are in use. To be added to the backend, since a
 * module cannot change the services of its plugin.
 */
export const maskedLoggerServiceFactory = decorateFactory({
  factory: loggerServiceFactory,
  deps: { plugin: coreServices.pluginMetadata },
  decorate: (logger, { plugin }) =>
    plugin.getId() === PLUGIN
      ? maskLogger({ logger, mask: activeMask })
      : logger,
});

/** The stock auditor; that of the scaffolder masks likewise, also where the events go somewhere else than to the logger. */
export const maskedAuditorServiceFactory = decorateFactory({
  factory: auditorServiceFactory,
  deps: { plugin: coreServices.pluginMetadata },
  decorate: (auditor, { plugin }) =>
    plugin.getId() === PLUGIN
      ? maskAuditor({ auditor, mask: activeMask })
      : auditor,
});
