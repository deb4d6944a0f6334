import {
  coreServices,
  createServiceFactory,
  createServiceRef,
  type RootConfigService,
  type RootLifecycleService,
  type RootLoggerService,
} from '@backstage/backend-plugin-api';
import { createRootGithubService } from './createRootGithubService';
import type { RootGithubService } from './GithubService';

const deps = {
  config: coreServices.rootConfig,
  logger: coreServices.rootLogger,
  lifecycle: coreServices.rootLifecycle,
};

const factory = (services: {
  config: RootConfigService;
  logger: RootLoggerService;
  lifecycle: RootLifecycleService;
}) =>
  createRootGithubService({
    ...services,
    logger: services.logger.child({ service: 'github' }),
    now: () => new Date(),
  });

/** What all plugins of a process share to talk to GitHub. It is there without being added. */
export const rootGithubServiceRef = createServiceRef<RootGithubService>({
  id: 'callboard.github.root',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({ service, deps, factory }),
});

/** Added to a backend, the service is there before any plugin starts, and so are the hooks that see stock's requests. */
export const rootGithubServiceFactory = createServiceFactory({
  service: rootGithubServiceRef,
  deps,
  factory,
});
