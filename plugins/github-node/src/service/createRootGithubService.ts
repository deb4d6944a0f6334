import type {
  LoggerService,
  RootConfigService,
  RootLifecycleService,
} from '@backstage/backend-plugin-api';
import { verifyPersonsWith } from '../attribution/persons';
import { createRequestBudget } from '../budget/createRequestBudget';
import { createGithubClient } from '../client/createGithubClient';
import { createGithubCredentials } from '../credentials/createGithubCredentials';
import { createGithubMatcher } from '../outgoing/createGithubMatcher';
import { installOutgoingHooks } from '../outgoing/installOutgoingHooks';
import { openStoredCredentials } from '../stored/openStoredCredentials';
import { createRequestTrace } from '../trace/createRequestTrace';
import type { RootGithubService } from './GithubService';

/** What `createRootGithubService` makes, for whoever runs it without a backend's lifecycle. */
interface ClosableGithubService extends RootGithubService {
  /** Stops watching files, and no longer sees requests. */
  close(): void;
}

/**
 * The service of a process; see `RootGithubService`. Needs no backend: without a `lifecycle` whoever made it closes it. From then on all
 * requests of the process to the GitHubs of the configuration are seen, whoever makes them.
 */
export function createRootGithubService(options: {
  config: RootConfigService;
  logger: LoggerService;
  lifecycle?: RootLifecycleService;
  now: () => Date;
}): ClosableGithubService {
  const { config, logger, lifecycle, now } = options;
  const settings = config.getOptionalConfig('callboard.github');
  const stored = openStoredCredentials({
    file: settings?.getOptionalString('storedCredentials'),
    logger,
    now,
  });
  const credentials = createGithubCredentials({ config, stored, logger, now });
  const budget = createRequestBudget({
    reserve: settings?.getOptionalNumber('budget.reserve'),
    now,
  });
  const trace = createRequestTrace({ now });
  const shared = { credentials, stored, budget, trace };

  const uninstall = installOutgoingHooks({
    ...shared,
    isGithub: createGithubMatcher({ hosts: credentials.hosts }),
  });

  const close = () => {
    uninstall();
    credentials.close();
    stored.close();
  };
  lifecycle?.addShutdownHook(close);
  return {
    ...shared,
    close,
    verifyPersonsWith,
    forPlugin: pluginId => ({
      ...shared,
      client: client =>
        createGithubClient({ ...shared, options: client, pluginId }),
    }),
  };
}
