import {
  type ClientOptions,
  type GithubHost,
  isBudgetRefusal,
  type RootGithubService,
} from '@callboard/plugin-github-node';
import type { Asked, ReadHeader } from './Asked';
import { createClockWatch } from './createClockWatch';
import { messageOf } from '../../inspection/messageOf';
import { isApiAnswer } from './isApiAnswer';

/** Puts questions to one GitHub. */
export interface Asker {
  host: GithubHost;
  /** Never rejects; an answer that is a page and no JSON is silence. `parameters` are Octokit's: those of the path, of the query, and `per_page`. */
  ask<T = any>(options: {
    as: NonNullable<ClientOptions['as']>;
    route: string;
    parameters?: Record<string, unknown>;
  }): Promise<Asked<T>>;
  /** By how many seconds this machine's clock is ahead of GitHub's; undefined before an answer told. */
  clockSkewSeconds(): number | undefined;
}

/** An inspection is something to look at, so a GitHub that does not answer costs seconds at most. */
const TIMEOUT_MS = 5_000;
const RETRIES = 1;
const PATIENCE_MS = 2_000;

/** What GitHub always computes anew, so that its `date` is that of the answer and never a remembered one. */
const NEVER_REMEMBERED = 'GET /rate_limit';

export function createAsker(options: {
  github: RootGithubService;
  host: GithubHost;
  now: () => Date;
}): Asker {
  const { host, now } = options;
  const github = options.github.forPlugin('connections');
  const clock = createClockWatch();

  async function ask({
    as,
    route,
    parameters,
  }: Parameters<Asker['ask']>[0]): Promise<Asked> {
    const begun = now();
    try {
      const client = await github.client({
        url: host.webUrl,
        as,
        timeoutMs: TIMEOUT_MS,
        retries: RETRIES,
        patienceMs: PATIENCE_MS,
      });
      const answer = await client.request(route, parameters);
      if (!isApiAnswer(answer)) {
        return {
          outcome: 'silent',
          reason: `what answers at ${host.apiBaseUrl} is not GitHub's API; check apiBaseUrl, and whether a proxy stands between`,
        };
      }
      const { data, headers } = answer;
      const header = reader(headers);
      const ended = now();
      if (route === NEVER_REMEMBERED) clock.read({ header, begun, ended });
      return {
        outcome: 'answered',
        data,
        header,
        ms: ended.getTime() - begun.getTime(),
      };
    } catch (error) {
      const { status, response } = error as {
        status?: number;
        response?: { headers: Record<string, unknown>; data?: any };
      };
      // Octokit makes up a status for a request that got no answer.
      if (status === undefined || !response) {
        const held = isBudgetRefusal(error);
        return held
          ? {
              outcome: 'silent',
              reason: `${host.host} was not asked: ${held.message}`,
              heldBack: { until: held.until },
            }
          : {
              outcome: 'silent',
              reason: `${host.apiBaseUrl} cannot be reached: ${whyNot(error)}`,
            };
      }
      const header = reader(response.headers);
      clock.read({ header, begun, ended: now() });
      const message = response.data?.message;
      return {
        outcome: 'refused',
        status,
        message: typeof message === 'string' ? message : `status ${status}`,
        header,
      };
    }
  }

  return { host, ask, clockSkewSeconds: clock.skewSeconds };
}

function whyNot(error: unknown): string {
  return (error as Error).name === 'TimeoutError'
    ? 'it does not answer in time'
    : messageOf(error);
}

function reader(headers: Record<string, unknown>): ReadHeader {
  return name => {
    const value = headers[name];
    return value === undefined ? undefined : String(value);
  };
}
