import {
  UrlReaders,
  urlReaderFactoriesServiceRef,
} from '@backstage/backend-defaults/urlReader';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { allowedLoopback } from './allowedLoopback';
import { installConnectGuard } from './connectGuard';
import { scopedReader } from './scopedReader';

/**
 * The stock URL readers, but where they connect to is checked too, not only the names in URLs. Stock lets the API of an
 * integration redirect anywhere, and dials whatever address an allowed name has at the moment.
 */
export function guardedUrlReader() {
  return createServiceFactory({
    service: coreServices.urlReader,
    deps: {
      config: coreServices.rootConfig,
      logger: coreServices.logger,
      factories: urlReaderFactoriesServiceRef,
    },
    async factory({ config, logger, factories }) {
      installConnectGuard();
      return scopedReader({
        reader: UrlReaders.default({ config, logger, factories }),
        allowedLoopback: allowedLoopback({ config, env: process.env }),
      });
    },
  });
}
