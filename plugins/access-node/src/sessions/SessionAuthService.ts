import type {
  AuthService,
  BackstageCredentials,
  BackstagePrincipalTypes,
} from '@backstage/backend-plugin-api';
import { AuthenticationError } from '@backstage/errors';
import { refuseFalseKey } from '../keys/refuseFalseKey';
import { LEEWAY_SECONDS } from './allowLeeway';
import { explainRefusal } from './explainRefusal';
import { readUserToken, type UserToken } from './readUserToken';
import type { Sessions } from './Sessions';

/** Stock's auth of a plugin, but a token of an ended session is refused, and a key opens what it is for. */
export class SessionAuthService implements AuthService {
  readonly #stock: AuthService;
  readonly #sessions: Sessions;
  readonly #now: () => Date;
  readonly #restrict: (
    credentials: BackstageCredentials,
  ) => Promise<BackstageCredentials>;

  constructor(options: {
    stock: AuthService;
    sessions: Sessions;
    now?: () => Date;
    /** What becomes of the credentials of a service: see `restrictKey`. */
    restrict(credentials: BackstageCredentials): Promise<BackstageCredentials>;
  }) {
    this.#stock = options.stock;
    this.#sessions = options.sessions;
    this.#now = options.now ?? (() => new Date());
    this.#restrict = options.restrict;
  }

  async authenticate(
    token: string,
    options?: { allowLimitedAccess?: boolean },
  ): Promise<BackstageCredentials> {
    const credentials = await this.#stock
      .authenticate(token, options)
      .catch(error => {
        throw explainRefusal({ error, token, now: this.#now() });
      });
    if (!this.#stock.isPrincipal(credentials, 'user')) {
      refuseFalseKey({ credentials, token });
      return this.#restrict(credentials);
    }
    const read = readUserToken(token);
    if (!read) {
      // Stock takes a token without times only if it is not one of ours.
      throw new AuthenticationError(
        'The token does not say when it was issued',
      );
    }
    this.#checkClock(read);
    await this.#sessions.revocations.check(read);
    this.#sessions.seen.record(read);
    return credentials;
  }

  isPrincipal<TType extends keyof BackstagePrincipalTypes>(
    credentials: BackstageCredentials,
    type: TType,
  ): credentials is BackstageCredentials<BackstagePrincipalTypes[TType]> {
    return this.#stock.isPrincipal(credentials, type);
  }

  getNoneCredentials() {
    return this.#stock.getNoneCredentials();
  }

  getOwnServiceCredentials() {
    return this.#stock.getOwnServiceCredentials();
  }

  async getPluginRequestToken(
    options: Parameters<AuthService['getPluginRequestToken']>[0],
  ) {
    return this.#stock.getPluginRequestToken({
      ...options,
      onBehalfOf: await this.#restrict(options.onBehalfOf),
    });
  }

  getLimitedUserToken(
    credentials: Parameters<AuthService['getLimitedUserToken']>[0],
  ) {
    return this.#stock.getLimitedUserToken(credentials);
  }

  listPublicServiceKeys() {
    return this.#stock.listPublicServiceKeys();
  }

  /** A time of issue in the future would outlive an end of the person's sessions. */
  #checkClock({ issuedAt }: UserToken) {
    const ahead = issuedAt - this.#now().getTime() / 1000;
    if (ahead > LEEWAY_SECONDS) {
      throw new AuthenticationError(
        `The token was issued ${Math.round(
          ahead,
        )} seconds in the future by the clock of this replica: the clocks of the portal's replicas differ (clock skew). Set them by the same time server.`,
      );
    }
  }
}
