/** How a client for GitHub is made; see `GithubService.client`. */
export interface ClientOptions {
  /** Of an owner or a repository; it decides the host and the credential. */
  url: string;
  /**
   * Speak as this credential instead of the chain's: as an App itself (`{ app }`), as one installation of it, as one token.
   */
  as?:
    | { app: string }
    | { app: string; installationId: number }
    | { token: string }
    | { anonymous: true }
    /** A token that is not configured, for example one that is being tried before a rotation. */
    | { secret: string };
  /** @defaultValue that of the scope */
  priority?: 'person' | 'background';
  signal?: AbortSignal;
  /** For one request, in milliseconds. @defaultValue 30000 */
  timeoutMs?: number;
  /** How often a failed request is tried again. @defaultValue 3 */
  retries?: number;
  /** How long the budget may hold a request back, in milliseconds. @defaultValue 10000 for a person, an hour for a background task */
  patienceMs?: number;
}
