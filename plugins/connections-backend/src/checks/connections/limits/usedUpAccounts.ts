import type { RateLimitFacts } from '@callboard/plugin-connections-common';
import { type SpentBy, spendingOf } from '../../../facts/limits/spendingOf';
import type { CheckInput } from '../../Check';
import type { LimitedAccount } from './accountsOf';
import { whoIs } from './whoIs';

type Told = Omit<RateLimitFacts, 'spentBy'> & {
  credentialId: string;
  owner?: string;
};

/**
 * Accounts of which the last answers told that nothing is left, by the trace and by the budget, besides those whose limits GitHub was asked
 * for: of an App that speaks for itself, or whose installations could not be listed.
 */
export function usedUpAccounts(options: {
  host: CheckInput['hosts'][number];
  hosts: CheckInput['hosts'];
  context: Pick<CheckInput['context'], 'github' | 'now'>;
  besides: LimitedAccount[];
}): LimitedAccount[] {
  const { host, hosts, context, besides } = options;
  const { github, now } = context;
  const isKnown = ({ subject }: LimitedAccount) =>
    besides.some(one => one.subject.toLowerCase() === subject.toLowerCase());
  const accounts = new Map<string, LimitedAccount & { spentBy: SpentBy }>();
  for (const told of toldOf({ host: host.host, github })) {
    const { credentialId, owner, ...limit } = told;
    if (limit.remaining > 0 || Date.parse(limit.resetAt) <= now().getTime()) {
      continue;
    }
    const credential = owner ? `${credentialId} ${owner}` : credentialId;
    const subject =
      credentialId === 'none'
        ? `none:${host.host}`
        : credential.replace(' ', ':');
    const account = accounts.get(subject.toLowerCase()) ?? {
      kind: kindOf(credentialId),
      subject,
      who: whoIs({ credential, hosts }),
      limits: [],
      spentBy: spendingOf({
        ...{ trace: github.trace, host: host.host, now },
        ...{ credentialId, owner },
      }),
    };
    if (account.limits.some(({ resource }) => resource === limit.resource)) {
      continue;
    }
    account.limits.push({
      ...limit,
      spentBy: account.spentBy(limit.resource),
    });
    accounts.set(subject.toLowerCase(), account);
  }
  return [...accounts.values()]
    .map(({ spentBy, ...account }) => account)
    .filter(account => !isKnown(account));
}

function toldOf(options: {
  host: string;
  github: CheckInput['context']['github'];
}): Told[] {
  const { host, github } = options;
  const hourly = ({ resource }: { resource: string }) =>
    // The limits of searches are for one minute: they are used up and full again all the time.
    ['core', 'graphql'].includes(resource);
  const byTrace = github.trace
    .limits({ host })
    .map(({ credentialId, owner, ...known }) => ({
      ...{ credentialId, owner },
      ...{ resource: known.resource, limit: known.limit },
      ...{ remaining: known.remaining, resetAt: known.resetAt },
    }));
  const byBudget = github.budget.state().flatMap((state): Told[] => {
    const { credential, resource, limit, remaining, resetAt } = state;
    const [credentialId, owner] = credential.split(' ');
    return state.host !== host ||
      limit === undefined ||
      remaining === undefined ||
      resetAt === undefined
      ? []
      : [{ credentialId, owner, resource, limit, remaining, resetAt }];
  });
  return [...byTrace, ...byBudget].filter(hourly);
}

function kindOf(credentialId: string): LimitedAccount['kind'] {
  if (credentialId.startsWith('app:')) return 'app';
  return credentialId === 'none' ? 'none' : 'token';
}
