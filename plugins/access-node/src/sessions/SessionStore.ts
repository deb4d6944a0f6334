import type { UserToken } from './readUserToken';
import type { RefreshStore } from './RefreshStore';

/** Which session: the value of the browser's cookie, of which only a hash is kept, and the way to sign in. */
export interface SessionKey {
  session: string;
  provider: string;
}

/** `ended`: the session was ended meanwhile; the tokens are ended with it, and must not be handed out. */
export type SessionOutcome = { outcome: 'open' } | { outcome: 'ended' };

/**
 * What of sessions all replicas share. The access plugin has it in its database. A session that a refresh cookie carries on is one that the
 * database knows: an unknown one is over.
 */
export interface SessionStore {
  refreshes: RefreshStore;
  /** Opens a session that a refresh cookie carries on. */
  begin(
    options: SessionKey & {
      /** How long the browser keeps the refresh cookie. */
      cookieMs: number;
      tokens: UserToken[];
      /** It has to be used within ten minutes: the person is redirected, and who it is shows only then. */
      isRedirected: boolean;
      /** The session that this browser had. It lapses, and its tokens belong to the new one. */
      previous?: string;
    },
  ): Promise<void>;
  /** Whether a session that a refresh cookie carries on is open. */
  isOpen(options: SessionKey): Promise<boolean>;
  /** Notes what a session was given that a refresh cookie carries on. */
  goOn(
    options: SessionKey & {
      tokens: UserToken[];
      /** How long the browser keeps the refresh cookie, if it was set again. */
      cookieMs?: number;
    },
  ): Promise<SessionOutcome>;
  /** Notes what a session was given that has no refresh cookie, as with a proxy that says who somebody is. */
  addTokens(
    options: SessionKey & { tokens: UserToken[] },
  ): Promise<SessionOutcome>;
  /** Ends a browser's session: all its tokens, and those that it would still be given. Holds in this process when it resolves. */
  endSession(options: SessionKey): Promise<void>;
}
