import { fingerprintOf } from '../credentials/fingerprintOf';
import { lastRotation } from './lastRotation';
import type { StoredCredential, StoredToken } from './StoredCredential';
import type { StoredCredentials } from './StoredCredentials';

/** The list with one more, in the place of the one that it supersedes. */
export function withCredential(
  list: StoredCredential[],
  credential: StoredCredential,
): StoredCredential[] {
  const others = list.filter(item => !isSame(item, credential));
  return credential.kind === 'token'
    ? withToken(others, credential)
    : [...others, credential];
}

/**
 * Earlier replacements on the host that led to the token which is replaced now lead to the new one at once, and stand behind it: whatever the
 * configuration names, or the one of another process, is followed as before, and no token is kept that nothing needs.
 */
function withToken(
  others: StoredCredential[],
  credential: StoredToken,
): StoredCredential[] {
  const all = [...others, credential];
  const tokens = all.filter(
    (item): item is StoredToken =>
      item.kind === 'token' && isSameHost(item, credential),
  );
  const earlier: StoredToken[] = [];
  const kept = all.filter(item => {
    if (item === credential || !tokens.includes(item as StoredToken)) {
      return true;
    }
    const fingerprint = (item as StoredToken).replaces;
    const { token } = lastRotation({ fingerprint, tokens }) ?? credential;
    if (token !== credential.token) return true;
    // Back to the token that it replaced once: nothing to follow.
    if (fingerprintOf(token) !== fingerprint) {
      earlier.push({ ...(item as StoredToken), token });
    }
    return false;
  });
  return [...kept, ...earlier];
}

/** Whether the credentials of a kind on a host are the same in both. */
export function isUnchanged(options: {
  before: StoredCredential[];
  after: StoredCredential[];
  like: StoredCredential;
}): boolean {
  const { before, after, like } = options;
  const of = (list: StoredCredential[]) =>
    list
      .filter(item => item.kind === like.kind && isSameHost(item, like))
      .map(item => JSON.stringify(Object.entries(item).sort()))
      .sort()
      .join('\n');
  return of(before) === of(after);
}

/** The list without those that match. */
export function withoutCredential(
  list: StoredCredential[],
  match: Parameters<StoredCredentials['remove']>[0],
): StoredCredential[] {
  return list.filter(
    item =>
      !(
        isSameHost(item, match) &&
        (item.kind === 'app'
          ? item.appId === match.appId
          : fingerprintOf(item.token) === match.fingerprint)
      ),
  );
}

function isSame(a: StoredCredential, b: StoredCredential): boolean {
  if (!isSameHost(a, b)) return false;
  return a.kind === 'app'
    ? b.kind === 'app' && a.appId === b.appId
    : b.kind === 'token' && a.replaces === b.replaces;
}

function isSameHost(a: { host: string }, b: { host: string }): boolean {
  return a.host.toLowerCase() === b.host.toLowerCase();
}
