import type { RateLimitFacts } from '@callboard/plugin-connections-common';
import type { Check, CheckInput, Finding } from '../Check';
import { counted } from '../text/counted';
import { listed } from '../text/listed';
import { accountsOf, type LimitedAccount } from './limits/accountsOf';
import { limitedCredentials } from './limits/limitedCredentials';
import { usedUpAccounts } from './limits/usedUpAccounts';
import { whoIs } from './limits/whoIs';

const LOW = 0.1;

const REMEDIES: Record<LimitedAccount['kind'], string> = {
  app: 'Each installation has a limit of its own: give the plugin that spends most a longer schedule (catalog.providers.*.schedule), or let webhooks tell of changes. Requests wait until the reset by themselves.',
  token:
    'Switch from the token to a GitHub App, whose limit is higher and for each organisation its own, and install it on more organisations; or give the plugin that spends most a longer schedule (catalog.providers.*.schedule). Requests wait until the reset by themselves.',
  none: 'Configure a GitHub App or a token: without one GitHub allows 60 requests an hour for each address.',
};

/**
 * How much of each limit is left, who spent it, and whether GitHub asked for a pause. Where GitHub was not asked or did not tell, what its
 * last answers told counts.
 */
export const rateLimits: Check = {
  id: 'rate-limits',
  group: 'connections',
  title: 'The limits of GitHub leave room',
  run: ({ hosts, context }) =>
    hosts.flatMap(host => {
      const asked = accountsOf({ host });
      const accounts = [
        ...asked,
        ...usedUpAccounts({ host, hosts, context, besides: asked }),
      ];
      const found = [
        ...accounts.map(account => judge({ host: host.host, account })),
        ...pauses({ host, hosts, context }),
      ];
      return [
        ...found,
        ...(found.some(({ status }) => status === 'fail')
          ? []
          : limitedCredentials({ host })),
      ];
    }),
};

function judge(options: { host: string; account: LimitedAccount }): Finding {
  const { host, account } = options;
  const { kind, subject, who, limits } = account;
  const base = { subject, host, check: `The limits leave room for ${who}` };
  // The limits of searches are for one minute: they are used up and full again all the time.
  const hourly = limits.filter(
    ({ resource, limit }) =>
      limit > 0 && ['core', 'graphql'].includes(resource),
  );
  const scarce = hourly
    .filter(({ limit, remaining }) => remaining < limit * LOW)
    .sort((a, b) => a.remaining / a.limit - b.remaining / b.limit);
  if (scarce.length === 0) {
    return {
      ...base,
      status: 'pass',
      cause: hourly
        .map(
          ({ resource, remaining, limit }) =>
            `${resource}: ${remaining} of ${limit} left`,
        )
        .join(', '),
      remedy: '',
    };
  }
  return {
    ...base,
    status: scarce[0].remaining === 0 ? 'fail' : 'warn',
    cause: scarce.map(describe).join(' '),
    remedy: REMEDIES[kind],
  };
}

function describe({
  resource,
  limit,
  remaining,
  resetAt,
  spentBy,
}: RateLimitFacts): string {
  const spenders = spentBy
    .filter(({ cost }) => cost > 0)
    .map(({ plugin, cost }) => `${plugin} (${cost})`);
  return `${
    remaining === 0 ? 'Nothing' : counted(remaining, 'request')
  } left of ${limit} (${resource}) until ${resetAt}.${
    spenders.length > 0
      ? ` Spent in the last hour by ${listed(spenders, { most: 3 })}.`
      : ''
  }`;
}

/** Pauses that GitHub asked for, one for each credential; a secondary limit shows in no number. */
function pauses(options: {
  host: CheckInput['hosts'][number];
  hosts: CheckInput['hosts'];
  context: CheckInput['context'];
}): Finding[] {
  const { host, hosts, context } = options;
  const paused = context.github.budget
    .state()
    .filter(
      state =>
        state.host === host.host &&
        state.pausedUntil !== undefined &&
        Date.parse(state.pausedUntil) > context.now().getTime(),
    );
  return [
    ...new Map(paused.map(state => [state.credential, state])).values(),
  ].map(({ credential, pausedUntil, pauseReason }) => ({
    subject: `pause:${host.host}:${credential}`,
    host: host.host,
    check: `${host.host} takes requests`,
    status: 'fail',
    cause: `${
      pauseReason ?? 'GitHub asked for a pause'
    }: nothing is sent as ${whoIs({
      credential,
      hosts,
    })} before ${pausedUntil}.`,
    remedy:
      'It goes on by itself. If it happens often, fewer things at a time help: longer schedules, or an App on more organisations.',
  }));
}
