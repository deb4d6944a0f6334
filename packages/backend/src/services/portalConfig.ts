import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { followConfig } from './followConfig';
import type { PortalOptions } from './PortalOptions';
import { withTemplatesOfLocations } from './withTemplatesOfLocations';

/** Serves the configuration that the launcher has loaded and checked, instead of reading the files again. */
export function portalConfig({ config }: PortalOptions) {
  return createServiceFactory({
    service: coreServices.rootConfig,
    deps: {},
    factory: () => followConfig({ config, change: withTemplatesOfLocations }),
  });
}
