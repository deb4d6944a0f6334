import type { RateLimitFacts } from '@callboard/plugin-connections-common';
import {
  type ClientOptions,
  knownResources,
  type RequestTrace,
} from '@callboard/plugin-github-node';
import type { Asker } from '../asking/createAsker';
import { knownLimits } from './knownLimits';
import { resetTime } from './resetTime';
import { spendingOf } from './spendingOf';

/**
 * What is left of the limits of a credential; asking costs nothing. Where there is no answer, what the last answers told. Empty where GitHub
 * does not tell, as an Enterprise Server without limits does not. https://docs.github.com/rest/rate-limit/rate-limit
 */
export async function rateLimitsOf(options: {
  asker: Asker;
  as: NonNullable<ClientOptions['as']>;
  trace: RequestTrace;
  /** Whose spending is meant; undefined for nobody's. */
  credentialId?: string;
  /** One installation of an App, where there are several. */
  owner?: string;
  now: () => Date;
}): Promise<RateLimitFacts[]> {
  const { asker, as } = options;
  const asked = await asker.ask({ as, route: 'GET /rate_limit' });
  if (asked.outcome !== 'answered') {
    return knownLimits({ ...options, host: asker.host.host });
  }
  const resources = asked.data?.resources ?? {};
  const spentBy = spendingOf({ ...options, host: asker.host.host });
  return knownResources.flatMap(resource => {
    const status = resources[resource];
    const resetAt = resetTime(status?.reset);
    if (typeof status?.limit !== 'number' || !resetAt) return [];
    return [
      {
        resource,
        limit: status.limit,
        remaining: Number(status.remaining),
        resetAt,
        spentBy: spentBy(resource),
      },
    ];
  });
}
