import type { DiscoveryApi, FetchApi } from '@backstage/frontend-plugin-api';

const PLUGIN_ID = 'avatars';
const COOKIE_PATH = '/.backstage/auth/v1/cookie';

// Backends renew the cookie in its last five minutes.
const RENEW_BEFORE_EXPIRY_MS = 2 * 60_000;
const MIN_RENEW_MS = 60_000;
const RETRY_MS = 60_000;
// A slow backend shall cost the pictures, not the page.
const MAX_WAIT_MS = 2_000;

/**
 * The right of the browser to load pictures from the portal: a cookie, because an `<img>` sends no bearer token.
 *
 * It is asked for when the first picture is about to be shown, so a page without pictures costs no request, and then
 * kept fresh for as long as the page is open.
 */
export class PictureAccess {
  readonly #discoveryApi: DiscoveryApi;
  readonly #fetchApi: FetchApi;
  readonly #now: () => number;
  #asked: Promise<string | undefined> | undefined;
  #askAgainAt = 0;

  constructor(options: {
    discoveryApi: DiscoveryApi;
    fetchApi: FetchApi;
    now?: () => number;
  }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
    this.#now = options.now ?? Date.now;
  }

  /** The URL under which pictures can be loaded now; undefined when they cannot. Never throws. */
  async baseUrl(): Promise<string | undefined> {
    if (!this.#asked || this.#now() >= this.#askAgainAt) {
      this.#askAgainAt = Infinity;
      this.#asked = this.#ask();
    }
    return withinTime(this.#asked);
  }

  async #ask(): Promise<string | undefined> {
    try {
      const baseUrl = await this.#discoveryApi.getBaseUrl(PLUGIN_ID);
      const response = await this.#fetchApi.fetch(`${baseUrl}${COOKIE_PATH}`, {
        credentials: 'include',
      });
      if (response.ok) {
        const { expiresAt } = await response.json();
        this.#renewBefore(Date.parse(expiresAt));
        return baseUrl;
      }
      // A backend without the plugin gets it no sooner than the page is loaded again.
      this.#askAgainAt =
        response.status === 404 ? Infinity : this.#now() + RETRY_MS;
    } catch {
      this.#askAgainAt = this.#now() + RETRY_MS;
    }
    // Pictures are an ornament: initials stand in, and nobody is told.
    return undefined;
  }

  #renewBefore(expiry: number): void {
    const delay = expiry - this.#now() - RENEW_BEFORE_EXPIRY_MS;
    setTimeout(() => {
      this.#asked = this.#ask();
    }, Math.max(delay || 0, MIN_RENEW_MS));
  }
}

/** What the promise resolves to, or undefined when that takes too long. */
function withinTime<T>(promise: Promise<T>): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(undefined), MAX_WAIT_MS);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
