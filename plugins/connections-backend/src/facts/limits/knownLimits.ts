import type { RateLimitFacts } from '@callboard/plugin-connections-common';
import type { RequestTrace } from '@callboard/plugin-github-node';
import { spendingOf } from './spendingOf';

/** The limits of a credential as the last answers told them, without asking. What was told of a window that is over is left out. */
export function knownLimits(options: {
  trace: RequestTrace;
  host: string;
  /** `none` for requests without a credential. */
  credentialId?: string;
  /** One installation of an App; undefined for the only one. */
  owner?: string;
  now: () => Date;
}): RateLimitFacts[] {
  const { trace, host, credentialId = 'none', owner, now } = options;
  const spentBy = spendingOf({ ...options, credentialId });
  return trace
    .limits({ host })
    .filter(
      known =>
        known.credentialId === credentialId &&
        (!owner || known.owner?.toLowerCase() === owner.toLowerCase()) &&
        Date.parse(known.resetAt) > now().getTime(),
    )
    .map(({ resource, limit, remaining, resetAt }) => ({
      ...{ resource, limit, remaining, resetAt },
      spentBy: spentBy(resource),
    }));
}
