import { ProblemsError } from '../problems/ProblemsError';
import type { KeysPortal } from './KeysPortal';

const TIMEOUT_MS = 60_000;

/** A client for `/api/access/keys` of the portal at `url`; see `KeysPortal`. */
export function openKeysPortal(options: {
  /** Its address on this machine, without a slash at the end. */
  url: string;
  key: string;
  fetch?: typeof fetch;
}): KeysPortal {
  const { url, key, fetch: ask = fetch } = options;

  async function call<T>(route: string, body?: object): Promise<T> {
    const [method, path] = route.split(' ');
    let response: Response;
    try {
      response = await ask(`${url}/api/access/keys${path}`, {
        method,
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
        headers: {
          authorization: `Bearer ${key}`,
          accept: 'application/json',
          ...(body && { 'content-type': 'application/json' }),
        },
        body: body && JSON.stringify(body),
      });
    } catch (error) {
      const { message, cause } = error as Error;
      const reason = (cause as Error | undefined)?.message ?? message;
      throw problem({
        text: `the portal at ${url} could not be asked: ${reason}`,
        remedy: 'look into its log, and at callboard keys list',
      });
    }
    if (response.ok) return response.json() as Promise<T>;
    const answer = (await response.json().catch(() => ({}))) as {
      error?: { message?: string };
    };
    throw problem({
      text:
        answer.error?.message ??
        `the portal answers with status ${response.status}`,
      remedy: remedyOf(response.status),
      isUsage: response.status === 400,
    });
  }

  const of = (id: string) => encodeURIComponent(id);
  return {
    list: () => call('GET '),
    create: asked => call('POST ', asked),
    rotate: ({ id, ...asked }) => call(`POST /${of(id)}/rotate`, asked),
    revoke: ({ id }) => call(`POST /${of(id)}/revoke`),
  };
}

function problem(options: { text: string; remedy: string; isUsage?: boolean }) {
  const { text, remedy, isUsage = false } = options;
  return new ProblemsError([{ problem: text.replace(/\.$/, ''), remedy }], {
    isUsage,
  });
}

function remedyOf(status: number): string {
  switch (status) {
    case 400:
      return 'correct what was asked for; --help describes each option';
    case 401:
    case 403:
      return 'name the data directory that the portal was started with (--data), or restart the portal if the key is newer than it';
    case 404:
      return 'callboard keys list says which keys there are';
    case 409:
      return 'callboard keys list says how the key is now';
    case 503:
      return 'try again once the portal is ready';
    default:
      return 'look into its log for the error';
  }
}
