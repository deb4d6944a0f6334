import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { launcherFindingsServiceRef } from '@callboard/plugin-connections-backend';
import type { PortalOptions } from './PortalOptions';

/** Hands on what the launcher finds, and writes what happens while the portal runs into its log. */
export function launcherFindings({ findings }: PortalOptions) {
  return createServiceFactory({
    service: launcherFindingsServiceRef,
    initialization: 'always',
    deps: { logger: coreServices.rootLogger },
    factory({ logger }) {
      if (!findings) {
        return {
          current: () => ({ problems: [], warnings: [] }),
          onReport: () => () => {},
        };
      }
      const log = logger.child({ service: 'configuration' });
      findings.onReport(({ level, message }) => log[level](message));
      return findings;
    },
  });
}
