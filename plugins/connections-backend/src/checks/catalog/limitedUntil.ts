import type { RateLimitFacts } from '@callboard/plugin-connections-common';
import type { CredentialStep } from '@callboard/plugin-github-node';
import type { CheckInput } from '../Check';

/**
 * Until when GitHub answers nothing for a limit, for a sentence after "until": ISO 8601, or words where it does not say when. Undefined: no
 * limit is known to be used up.
 */
export function limitedUntil(options: {
  used: CredentialStep;
  host: string;
  owner?: string;
  facts?: CheckInput['hosts'][number];
  context: CheckInput['context'];
}): string | undefined {
  const { used, host, owner, facts, context } = options;
  const isAhead = (time: string | undefined) =>
    time !== undefined && Date.parse(time) > context.now().getTime();
  const account =
    used.kind === 'app' && owner
      ? `${used.credentialId} ${owner}`
      : used.credentialId;
  const states = context.github.budget
    .state()
    .filter(state => state.host === host && isSame(state.credential, account));
  const spent = [...states, ...limitsIn(options)].find(
    ({ resource, remaining, resetAt }) =>
      (resource === 'core' || resource === 'graphql') &&
      remaining === 0 &&
      isAhead(resetAt),
  );
  const refused =
    facts?.apps.find(
      app =>
        app.credentialId === used.credentialId && app.key.status === 'limited',
    ) ??
    facts?.tokens.find(
      token =>
        token.credentialId === used.credentialId && token.status === 'limited',
    );
  return (
    (refused && (refused.limitedUntil ?? 'GitHub answers again')) ??
    states.find(({ pausedUntil }) => isAhead(pausedUntil))?.pausedUntil ??
    spent?.resetAt
  );
}

function limitsIn(options: {
  used: CredentialStep;
  owner?: string;
  facts?: CheckInput['hosts'][number];
}): RateLimitFacts[] {
  const { used, owner = '', facts } = options;
  const isUsed = ({ credentialId }: { credentialId: string }) =>
    credentialId === used.credentialId;
  switch (used.kind) {
    case 'app':
      return (
        facts?.apps
          .find(isUsed)
          ?.installations.find(({ account }) => isSame(account, owner))
          ?.rateLimits ?? []
      );
    case 'token':
      return facts?.tokens.find(isUsed)?.rateLimits ?? [];
    default:
      return facts?.anonymous?.rateLimits ?? [];
  }
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
