import type { AuthService } from '@backstage/backend-plugin-api';
import type {
  AuthResolverContext,
  BackstageUserIdentity,
} from '@backstage/plugin-auth-node';
import type { CookieOptions, Request, Response } from 'express';

const NAME = 'callboard-ldap-session';
const CLAIM = 'callboard/ldap-session';

/** What a session is about. */
export interface LdapSession {
  username: string;
  userEntityRef: string;
  /** When the password was given, in milliseconds since 1970. */
  since: number;
}

/**
 * The cookie that carries a session on when a page is loaded again. It is a token of the portal, made for this and nothing else: a token
 * that somebody got hold of elsewhere has no such claim, and cannot be turned into new ones.
 */
export class LdapSessionCookie {
  readonly #auth: AuthService;
  readonly #resolverContext: AuthResolverContext;
  readonly #durationMs: number;
  readonly #flags: CookieOptions;

  constructor(options: {
    auth: AuthService;
    resolverContext: AuthResolverContext;
    /** The address of the provider, as browsers see it. */
    url: string;
    /** A session ends this long after the password was given. */
    durationMs: number;
  }) {
    const { protocol, pathname } = new URL(options.url);
    this.#auth = options.auth;
    this.#resolverContext = options.resolverContext;
    this.#durationMs = options.durationMs;
    this.#flags = {
      httpOnly: true,
      sameSite: 'strict',
      secure: protocol === 'https:',
      path: pathname,
    };
  }

  async set(options: {
    response: Response;
    identity: BackstageUserIdentity;
    username: string;
    since: number;
  }): Promise<void> {
    const { response, identity, username, since } = options;
    const { token } = await this.#resolverContext.issueToken({
      claims: {
        sub: identity.userEntityRef,
        ent: identity.ownershipEntityRefs,
        [CLAIM]: { username, since },
      },
    });
    const end = Math.min(
      Number(payloadOf(token).exp) * 1000,
      since + this.#durationMs,
    );
    response.cookie(NAME, token, {
      ...this.#flags,
      maxAge: Math.max(0, end - Date.now()),
    });
  }

  /** Undefined when there is none, or it is over, or not one that the portal has made. */
  async read(request: Request): Promise<LdapSession | undefined> {
    const token: unknown = request.cookies?.[NAME];
    if (typeof token !== 'string') {
      return undefined;
    }
    const credentials = await this.#auth
      .authenticate(token)
      .catch(() => undefined);
    if (!credentials || !this.#auth.isPrincipal(credentials, 'user')) {
      return undefined;
    }
    const claim = payloadOf(token)[CLAIM] as
      | { username: string; since: number }
      | undefined;
    return claim && Date.now() < claim.since + this.#durationMs
      ? { ...claim, userEntityRef: credentials.principal.userEntityRef }
      : undefined;
  }

  clear(response: Response): void {
    response.clearCookie(NAME, this.#flags);
  }
}

function payloadOf(token: string): Record<string, unknown> {
  const [, payload] = token.split('.');
  return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
}
