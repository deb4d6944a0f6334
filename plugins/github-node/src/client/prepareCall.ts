import type { Octokit } from 'octokit';
import { PATIENCE_MS } from '../budget/patience';
import type { RequestBudget } from '../budget/RequestBudget';
import type { GithubCredentials } from '../credentials/GithubCredentials';
import type { GithubHost } from '../hosts/GithubHost';
import type { CallScope } from '../scope/CallScope';
import { currentScope } from '../scope/runInScope';
import type { ClientOptions } from './ClientOptions';
import type { EtagCache } from './createEtagCache';
import { describeCall, type Call } from './describeCall';

export type Request = Octokit['request'];
export type Endpoint = Parameters<Request['endpoint']['parse']>[0];
export type Answer = Awaited<ReturnType<Request>>;

/** What all requests of a client share. */
export interface Sending {
  host: GithubHost;
  options: ClientOptions;
  pluginId: string;
  credentials: GithubCredentials;
  budget: RequestBudget;
  cache: EtagCache;
  /** In milliseconds since the epoch. */
  now: () => number;
  sleep(ms: number, signal: AbortSignal | undefined): Promise<void>;
  /** From 0 to 1. */
  random: () => number;
}

/** A request with what holds for all of its tries. */
export interface PreparedCall extends Call {
  sending: Sending;
  request: Request;
  endpoint: Endpoint;
  /** As it goes to fetch, but for what a try adds. */
  parsed: ReturnType<Request['endpoint']['parse']>;
  priority: CallScope['priority'];
  /** In milliseconds since the epoch. */
  deadline: number;
  retries: number;
  timeoutMs: number;
  signals: AbortSignal[];
  isCacheable: boolean;
}

/** Fills in what the options of the client leave open: from the scope, else the defaults. */
export function prepareCall(options: {
  sending: Sending;
  request: Request;
  endpoint: Endpoint;
}): PreparedCall {
  const { sending, request, endpoint } = options;
  const { options: given, host } = sending;
  const parsed = request.endpoint.parse(endpoint);
  const call = describeCall({
    request: { ...parsed, query: endpoint.query },
    host,
    url: given.url,
  });
  const scope = currentScope();
  const priority = given.priority ?? scope?.priority ?? 'background';
  const patienceMs =
    given.patienceMs ?? scope?.patienceMs ?? PATIENCE_MS[priority];
  return {
    ...call,
    sending,
    request,
    endpoint,
    parsed,
    priority,
    deadline: sending.now() + patienceMs,
    retries: given.retries ?? 3,
    timeoutMs: given.timeoutMs ?? 30_000,
    signals: [given.signal, endpoint.request?.signal].filter(
      (signal): signal is AbortSignal => signal !== undefined,
    ),
    isCacheable:
      call.method === 'GET' &&
      call.isForHost &&
      endpoint.request?.parseSuccessResponseBody !== false &&
      !('if-none-match' in parsed.headers),
  };
}
