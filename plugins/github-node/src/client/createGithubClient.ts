import { setTimeout as sleep } from 'node:timers/promises';
import { NotFoundError } from '@backstage/errors';
import { Octokit } from 'octokit';
import type { RequestBudget } from '../budget/RequestBudget';
import type { GithubCredentials } from '../credentials/GithubCredentials';
import type { RequestTrace } from '../trace/RequestTrace';
import { maskText } from '../trace/maskText';
import type { ClientOptions } from './ClientOptions';
import { createEtagCache, type EtagCache } from './createEtagCache';
import type { Sending } from './prepareCall';
import { sendCall } from './sendCall';

/** One for all clients of a process, as there is one trace. */
const caches = new WeakMap<RequestTrace, EtagCache>();

/**
 * An Octokit for the host of `options.url`; see `GithubService.client`. Octokit's own throttling and retries are off: they know of one client,
 * and the budget of all. Waiting for the budget and the trace are up to the hooks, which see this client's requests as they see stock's.
 * Throws `NotFoundError` for a host that is not configured.
 */
export async function createGithubClient(parts: {
  options: ClientOptions;
  pluginId: string;
  credentials: GithubCredentials;
  budget: RequestBudget;
  trace: RequestTrace;
  /** For tests. */
  waiting?: Partial<Pick<Sending, 'now' | 'sleep' | 'random'>>;
}): Promise<Octokit> {
  const { options, pluginId, credentials, budget, trace, waiting } = parts;
  const host = credentials.hostOf(options.url);
  if (!host) {
    throw new NotFoundError(
      `No GitHub is configured for ${maskText(
        options.url,
      )}; configure its host under connections or integrations.github`,
    );
  }
  const cache = caches.get(trace) ?? createEtagCache();
  caches.set(trace, cache);

  const octokit = new Octokit({
    baseUrl: host.apiBaseUrl,
    throttle: { enabled: false },
    retry: { enabled: false },
  });
  const sending: Sending = {
    host,
    options,
    pluginId,
    credentials,
    budget,
    cache,
    now: Date.now,
    sleep: async (ms, signal) => sleep(ms, undefined, { signal }),
    random: Math.random,
    ...waiting,
  };
  octokit.hook.wrap('request', (request, endpoint) =>
    sendCall({
      sending,
      request: request as Octokit['request'],
      endpoint,
    }),
  );
  return octokit;
}
