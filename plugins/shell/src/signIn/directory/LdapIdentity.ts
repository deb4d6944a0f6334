import type {
  BackstageUserIdentity,
  DiscoveryApi,
  IdentityApi,
  ProfileInfo,
} from '@backstage/core-plugin-api';
import { LdapSignInError } from './LdapSignInError';

/** A token is renewed this long before it ends. */
const MARGIN_MS = 5 * 60 * 1000;

interface LdapSession {
  profile: ProfileInfo;
  backstageIdentity: { token: string; identity: BackstageUserIdentity };
}

/** A person who signed in with the user name and password of a directory. The session goes on through a cookie of the portal. */
export class LdapIdentity implements IdentityApi {
  readonly #discoveryApi: DiscoveryApi;
  #session: LdapSession;
  #renewal?: Promise<LdapSession>;

  private constructor(options: {
    discoveryApi: DiscoveryApi;
    session: LdapSession;
  }) {
    this.#discoveryApi = options.discoveryApi;
    this.#session = options.session;
  }

  /** Signs in with credentials or, without them, goes on with the session that the browser has. Throws a `LdapSignInError`. */
  static async create(options: {
    discoveryApi: DiscoveryApi;
    credentials?: { username: string; password: string };
  }): Promise<LdapIdentity> {
    const { discoveryApi, credentials } = options;
    const session = await refresh({ discoveryApi, body: credentials });
    return new LdapIdentity({ discoveryApi, session });
  }

  async getProfileInfo() {
    return (await this.#current()).profile;
  }

  async getBackstageIdentity() {
    return (await this.#current()).backstageIdentity.identity;
  }

  async getCredentials() {
    return { token: (await this.#current()).backstageIdentity.token };
  }

  async signOut() {
    await post({ discoveryApi: this.#discoveryApi, path: 'logout' });
  }

  async #current(): Promise<LdapSession> {
    if (
      Date.now() <
      expiryOf(this.#session.backstageIdentity.token) - MARGIN_MS
    ) {
      return this.#session;
    }
    this.#renewal ??= refresh({ discoveryApi: this.#discoveryApi }).finally(
      () => {
        this.#renewal = undefined;
      },
    );
    this.#session = await this.#renewal;
    return this.#session;
  }
}

async function refresh(options: {
  discoveryApi: DiscoveryApi;
  body?: object;
}): Promise<LdapSession> {
  const response = await post({ ...options, path: 'refresh' });
  if (!response.ok) {
    throw await LdapSignInError.fromResponse(response);
  }
  return response.json();
}

async function post(options: {
  discoveryApi: DiscoveryApi;
  path: string;
  body?: object;
}): Promise<Response> {
  const { discoveryApi, path, body } = options;
  const baseUrl = await discoveryApi.getBaseUrl('auth');
  return fetch(`${baseUrl}/ldap/${path}`, {
    method: 'POST',
    credentials: 'include',
    headers: {
      'X-Requested-With': 'XMLHttpRequest',
      ...(body && { 'Content-Type': 'application/json' }),
    },
    body: body && JSON.stringify(body),
  });
}

/** When a token ends, in milliseconds since 1970. */
function expiryOf(token: string): number {
  const [, payload] = token.split('.');
  const { exp } = JSON.parse(
    atob(payload.replace(/-/g, '+').replace(/_/g, '/')),
  );
  return exp * 1000;
}
