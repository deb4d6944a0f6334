import type {
  PredecessorFacts,
  TokenFacts,
} from '@callboard/plugin-connections-common';
import {
  fingerprintOf,
  type RootGithubService,
  type StoredToken,
  type TokenCredential,
} from '@callboard/plugin-github-node';
import { rotationAdvice } from './rotationAdvice';
import { usersOf } from './usersOf';

const HOUR_MS = 3_600_000;

/**
 * Of a token that took the place of others, also over several rotations: who used them in the last hour, and when they can go. Undefined for
 * a token that did not. What is stored decides: the launcher publishes a configuration that holds the new token already, so it may come from
 * there as well.
 */
export function rotationFacts(options: {
  token: TokenCredential;
  host: string;
  github: Pick<RootGithubService, 'stored' | 'trace'>;
  now: Date;
}): TokenFacts['rotation'] {
  const predecessors = rotationsTo(options).map(stored =>
    predecessorFacts({ ...options, stored }),
  );
  const [last] = predecessors;
  if (!last) return undefined;
  return {
    replaces: last.fingerprint,
    rotatedAt: last.replacedAt,
    oldCanGo: predecessors.every(({ canGo }) => canGo),
    advice: rotationAdvice({
      predecessors,
      quietAt: new Date(Date.parse(last.replacedAt) + HOUR_MS),
    }),
    predecessors,
  };
}

function predecessorFacts(options: {
  stored: StoredToken;
  host: string;
  github: Pick<RootGithubService, 'trace'>;
  now: Date;
}): PredecessorFacts {
  const { stored, host, github, now } = options;
  const { replaces: fingerprint, storedAt: replacedAt } = stored;
  const credentialId = `token:${host}:${fingerprint}`;
  const stillUsedBy = usersOf({
    trace: github.trace,
    host,
    credentialId,
    since: new Date(replacedAt),
    now,
  });
  const quietAt = new Date(Date.parse(replacedAt) + HOUR_MS);
  const [newest] = github.trace.list({ host, credentialId, limit: 1 });
  return {
    fingerprint,
    replacedAt,
    stillUsedBy,
    refused: newest?.status === 401,
    canGo: stillUsedBy.length === 0 && quietAt <= now,
  };
}

/** The rotations that led to a token, the last first: a later one has those before it lead to the new token as well. */
function rotationsTo(options: {
  token: TokenCredential;
  host: string;
  github: Pick<RootGithubService, 'stored'>;
}): StoredToken[] {
  const { token, host, github } = options;
  return github.stored
    .list()
    .filter(
      (one): one is StoredToken =>
        one.kind === 'token' &&
        one.host.toLowerCase() === host.toLowerCase() &&
        one.replaces !== token.fingerprint &&
        fingerprintOf(one.token) === token.fingerprint,
    )
    .sort((a, b) => Date.parse(b.storedAt) - Date.parse(a.storedAt));
}
