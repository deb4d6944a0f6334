import { hashSecret } from '../core/hashSecret';
import type { Sandbox } from '../core/Sandbox';
import type { Token } from '../core/state';
import { newSecret } from './newSecret';

/** Makes a token. `secret` is what the caller keeps; the state has its hash alone. */
export function issueToken(options: {
  sandbox: Sandbox;
  kind: Token['kind'];
  /** A known secret, for seeds; otherwise a random one. */
  secret?: string;
  values?: Partial<Omit<Token, 'id' | 'kind' | 'hash' | 'tail'>>;
}): { secret: string; token: Token } {
  const { sandbox, kind, values } = options;
  forgetEnded({ sandbox });
  const secret = options.secret ?? newSecret(kind);
  const token = sandbox.state.tokens.insert({
    id: sandbox.nextId(),
    kind,
    hash: hashSecret(secret),
    tail: secret.slice(-8),
    name: null,
    userId: null,
    scopes: [],
    permissions: {},
    resourceOwnerId: null,
    repositoryIds: null,
    installationId: null,
    clientId: null,
    refreshHash: null,
    refreshExpiresAt: null,
    ssoAuthorised: [],
    createdAt: sandbox.clock.iso(),
    expiresAt: null,
    lastUsedAt: null,
    revokedAt: null,
    ...values,
  });
  return { secret, token };
}

/** How many tokens there may be before those that have ended are looked for. */
const MANY = 1000;

/** Keeps the list bounded: installation tokens come every hour, and nobody asks for old ones. */
function forgetEnded(options: { sandbox: Sandbox }) {
  const { sandbox } = options;
  const { tokens } = sandbox.state;
  if (tokens.size < MANY) return;
  const now = sandbox.clock.iso();
  for (const token of tokens.all()) {
    const end = token.refreshExpiresAt ?? token.expiresAt;
    if (token.revokedAt || (end && end <= now)) tokens.remove(token);
  }
}
