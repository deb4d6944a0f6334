/**
 * Whether a redirect address is one that was registered. For an OAuth App host and port must be the same, and the path the same or below
 * it; for a loopback address the port may be any. A GitHub App's address must be one of its own, exactly.
 * https://docs.github.com/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps#redirect-urls
 */
export function matchesCallback(options: {
  requested: string;
  registered: string;
  exact: boolean;
}): boolean {
  const { exact } = options;
  if (!URL.canParse(options.requested) || !URL.canParse(options.registered)) {
    return false;
  }
  const requested = new URL(options.requested);
  const registered = new URL(options.registered);
  const isLoopback =
    registered.hostname === '127.0.0.1' || registered.hostname === '[::1]';
  const isSameHost =
    requested.protocol === registered.protocol &&
    requested.hostname === registered.hostname &&
    (requested.port === registered.port || isLoopback) &&
    requested.username === '' &&
    requested.password === '' &&
    requested.hash === '';
  if (!isSameHost) return false;
  if (requested.pathname === registered.pathname) {
    return !exact || requested.search === registered.search;
  }
  return (
    !exact &&
    requested.pathname.startsWith(registered.pathname.replace(/\/?$/, '/'))
  );
}

/** The address that a request leads back to: the one it asks for, or the first that was registered. */
export function findCallback(options: {
  requested: string | null;
  registered: string[];
  exact: boolean;
}):
  | { outcome: 'found'; redirectUri: string }
  /** `fallback` is the registered address that GitHub reports the mistake to. */
  | { outcome: 'mismatch'; fallback: string }
  | { outcome: 'noneRegistered' } {
  const { requested, registered, exact } = options;
  const [fallback] = registered;
  if (fallback === undefined) return { outcome: 'noneRegistered' };
  if (!requested) return { outcome: 'found', redirectUri: fallback };
  return registered.some(callback =>
    matchesCallback({ requested, registered: callback, exact }),
  )
    ? { outcome: 'found', redirectUri: requested }
    : { outcome: 'mismatch', fallback };
}
