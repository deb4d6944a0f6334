import type { App, Installation, Token, User } from '../core/state';

/** On whose behalf a request comes. */
export type Viewer =
  | { kind: 'anonymous'; address: string }
  /** A person's token: classic, fine-grained, OAuth or user-to-server. */
  | { kind: 'user'; user: User; token: Token }
  /** An installation's token; it acts as the App's bot. */
  | {
      kind: 'installation';
      app: App;
      installation: Installation;
      token: Token;
      bot: User;
    }
  /** An App's JWT. */
  | { kind: 'app'; app: App }
  /** An OAuth App's client id and secret as Basic. */
  | { kind: 'client'; clientId: string };
