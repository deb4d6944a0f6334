import type { ConnectionsOverview } from '@callboard/plugin-connections-common';

/** What came of asking a running portal. */
export type PortalAnswer =
  | { outcome: 'answered'; overview: ConnectionsOverview }
  /** In words, and what to do about it. */
  | { outcome: 'refused'; reason: string; remedy: string };

/** Asks a running portal for the facts of its connections, after it has checked them. Never throws. */
export async function askPortal(options: {
  /** Its address on this machine, without a slash at the end. */
  url: string;
  key: string;
  timeoutMs: number;
  fetch?: typeof fetch;
}): Promise<PortalAnswer> {
  const { url, key, timeoutMs, fetch: ask = fetch } = options;
  try {
    const response = await ask(`${url}/api/connections?fresh=true`, {
      headers: { authorization: `Bearer ${key}`, accept: 'application/json' },
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) {
      return { outcome: 'refused', ...describe(response.status) };
    }
    const overview = (await response.json()) as ConnectionsOverview;
    return Array.isArray(overview?.checks)
      ? { outcome: 'answered', overview }
      : {
          outcome: 'refused',
          reason: 'it answers with something that is not the facts',
          remedy:
            'use the doctor of the version that the portal was started with',
        };
  } catch (error) {
    return { outcome: 'refused', ...failureOf({ error, timeoutMs }) };
  }
}

function describe(status: number): { reason: string; remedy: string } {
  switch (status) {
    case 401:
    case 403:
      return {
        reason: `it does not take the key of this data directory (status ${status})`,
        remedy:
          'name the data directory that the portal was started with (--data), or restart the portal if the key is newer than it',
      };
    case 404:
      return {
        reason: 'it has no connections to ask about (status 404)',
        remedy:
          'use the doctor of the version that the portal was started with',
      };
    case 503:
      return {
        reason: 'it is still starting (status 503)',
        remedy: 'run the doctor again once the portal is ready',
      };
    default:
      return {
        reason: `it answers with status ${status}`,
        remedy: 'look into its log for the error',
      };
  }
}

function failureOf(options: { error: unknown; timeoutMs: number }) {
  const { error, timeoutMs } = options;
  const { name, message, cause } = error as Error;
  const isLate = name === 'TimeoutError' || name === 'AbortError';
  return {
    reason: isLate
      ? `it did not answer within ${timeoutMs / 1000} s`
      : `it cannot be asked: ${(cause as Error)?.message ?? message}`,
    remedy: 'look into its log for what keeps it busy',
  };
}
