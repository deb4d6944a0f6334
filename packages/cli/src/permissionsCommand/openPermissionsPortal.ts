import { ProblemsError } from '../problems/ProblemsError';
import type { PermissionsPortal } from './PermissionsPortal';

const TIMEOUT_MS = 60_000;

/** A client for the routes of permissions below `/api/access` of the portal at `url`; see `PermissionsPortal`. */
export function openPermissionsPortal(options: {
  /** Its address on this machine, without a slash at the end. */
  url: string;
  key: string;
}): PermissionsPortal {
  const { url, key } = options;

  async function call<T>(route: string, body?: object): Promise<T> {
    const [method, path] = route.split(' ');
    let response: Response;
    try {
      response = await fetch(`${url}/api/access${path}`, {
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
        remedy: 'look into its log',
      });
    }
    if (response.ok) return response.json() as Promise<T>;
    const answer = (await response.json().catch(() => ({}))) as {
      error?: { message?: string };
    };
    const { status } = response;
    throw problem({
      text: answer.error?.message ?? `the portal answers with status ${status}`,
      remedy: remedyOf(status),
      isUsage: status === 400,
    });
  }

  return {
    explain: question => call('POST /permissions/explain', question),
    list: () => call('GET /permissions'),
    administratorState: () => call('GET /administrator/link'),
    administratorLink: () => call('POST /administrator/link'),
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
      return 'correct what was asked for; --help describes each argument';
    case 401:
    case 403:
      return 'name the data directory that the portal was started with (--data), or restart the portal if the key is newer than it';
    case 404:
      return 'write the name as the catalog or callboard permissions list has it';
    case 503:
      return 'try again shortly';
    default:
      return 'look into its log for the error';
  }
}
