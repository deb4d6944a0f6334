const KEY = 'callboard:sign-in:fragment';

/**
 * What stands behind `#` in the address, put aside while somebody signs in. A browser sends it to no server; the address of the page to come
 * back to goes to the portal and to the provider, and into their logs. The link for the first administrator has a secret there.
 */
export const keptFragment = {
  /** Takes it out of the address. Kept in this tab only. */
  keep() {
    const { pathname, search, hash } = window.location;
    if (!hash) return;
    sessionStorage.setItem(KEY, JSON.stringify({ pathname, hash }));
    window.history.replaceState(window.history.state, '', pathname + search);
  },

  /** Puts it back, on the page that it belongs to. */
  restore() {
    const text = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    if (!text) return;
    const kept = JSON.parse(text);
    const { pathname, search } = window.location;
    if (kept.pathname !== pathname) return;
    window.history.replaceState(
      window.history.state,
      '',
      pathname + search + kept.hash,
    );
    // The router read the address before.
    window.dispatchEvent(
      new PopStateEvent('popstate', { state: window.history.state }),
    );
  },
};
