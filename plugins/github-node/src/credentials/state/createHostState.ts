import type {
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { GithubConfigProblem } from '../../hosts/GithubConfigProblem';
import type { GithubHost, IgnoredHost } from '../../hosts/GithubHost';
import { readGithubHosts } from '../../hosts/readGithubHosts';
import type { StoredCredentials } from '../../stored/StoredCredentials';
import { keepEarlier } from './keepEarlier';

/** The hosts as configured and stored at the moment. */
export interface HostState {
  hosts(): GithubHost[];
  ignored(): IgnoredHost[];
  problems(): { configKey: string; reason: string; since: string }[];
  onChange(listener: () => void): () => void;
  close(): void;
}

/**
 * Reads the hosts, and again whenever the configuration or the stored credentials change. What was well before and is wrong now stays as
 * it was, and is a problem.
 */
export function createHostState(options: {
  config: RootConfigService;
  stored: StoredCredentials;
  logger: LoggerService;
  now: () => Date;
}): HostState {
  const { config, stored, logger, now } = options;
  const listeners = new Set<() => void>();
  let hosts: GithubHost[] = [];
  let ignored: IgnoredHost[] = [];
  let problems: { configKey: string; reason: string; since: string }[] = [];

  function read() {
    const before = JSON.stringify([hosts, ignored, problems]);
    let found: GithubConfigProblem[];
    try {
      const fresh = readGithubHosts({ config, stored: stored.list() });
      const kept = keepEarlier({ ...fresh, earlier: hosts });
      hosts = kept.hosts;
      ignored = fresh.ignored;
      found = kept.problems;
    } catch (error) {
      found = [{ configKey: 'integrations', reason: toError(error).message }];
    }
    const damaged = stored.problem();
    if (damaged) {
      found.push({
        configKey: 'callboard.github.storedCredentials',
        reason: damaged.reason,
      });
    }
    const known = problems;
    problems = found.map(({ configKey, reason }) => {
      const earlier = known.find(
        item => item.configKey === configKey && item.reason === reason,
      );
      if (!earlier) logger.warn(`${configKey}: ${reason}`);
      return earlier ?? { configKey, reason, since: now().toISOString() };
    });
    if (JSON.stringify([hosts, ignored, problems]) !== before) {
      [...listeners].forEach(listener => listener());
    }
  }

  read();
  const stopStored = stored.onChange(read);
  const subscription = config.subscribe?.(read);

  return {
    hosts: () => hosts,
    ignored: () => ignored,
    problems: () => problems.map(problem => ({ ...problem })),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      stopStored();
      subscription?.unsubscribe();
      listeners.clear();
    },
  };
}
