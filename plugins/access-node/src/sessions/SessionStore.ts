import type { UserToken } from './readUserToken';
import type { RefreshStore } from './RefreshStore';

/** What of sessions all replicas share. The access plugin has it in its database. */
export interface SessionStore {
  refreshes: RefreshStore;
  /**
   * Notes that a browser's session was given a token. In a session that was ended meanwhile, the token is ended with it.
   * `session` is the value of the browser's cookie; only its hash is kept.
   */
  addToken(options: { session: string; token: UserToken }): Promise<void>;
  /** Ends a browser's session: all its tokens, and those that it would still be given. Holds in this process when it resolves. */
  endSession(options: { session: string }): Promise<void>;
  isEnded(options: { session: string }): Promise<boolean>;
}
