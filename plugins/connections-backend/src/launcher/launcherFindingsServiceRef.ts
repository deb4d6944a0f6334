import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import type { LauncherFindingsService } from './LauncherFindingsService';

/** The launcher's findings. A plain Backstage app has no launcher, and nothing is found there. */
export const launcherFindingsServiceRef =
  createServiceRef<LauncherFindingsService>({
    id: 'callboard.launcher-findings',
    scope: 'root',
    defaultFactory: async service =>
      createServiceFactory({
        service,
        deps: {},
        factory: () => ({
          current: () => ({ problems: [], warnings: [] }),
          onReport: () => () => {},
        }),
      }),
  });
