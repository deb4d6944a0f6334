import { ProblemsError } from '../../problems/ProblemsError';
import type { ImportPortal } from './ImportPortal';

const TIMEOUT_MS = 60_000;

/** A client for `/api/github` of the portal at `url`; see `ImportPortal`. */
export function openPortal(options: {
  /** Its address on this machine, without a slash at the end. */
  url: string;
  key: string;
  fetch?: typeof fetch;
}): ImportPortal {
  const { url, key, fetch: ask = fetch } = options;

  async function call<T>(route: string, body?: object): Promise<T> {
    const [method, path] = route.split(' ');
    let response: Response;
    try {
      response = await ask(`${url}/api/github${path}`, {
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
      throw problem(
        `the portal at ${url} could not be asked: ${
          (cause as Error | undefined)?.message ?? message
        }`,
        'look into its log. What it has begun goes on: callboard import github --resume',
      );
    }
    if (response.ok) return response.json() as Promise<T>;
    const answer = (await response.json().catch(() => ({}))) as {
      error?: { message?: string };
    };
    throw problem(
      answer.error?.message ??
        `the portal answers with status ${response.status}`,
      remedyOf(response.status),
      response.status === 400,
    );
  }

  return {
    organisations: () => call('GET /status'),
    plan: asked => call('POST /imports', asked),
    list: () => call('GET /imports'),
    find: ({ id, items }) =>
      call(`GET /imports/${encodeURIComponent(id)}?items=${items}`),
    apply: ({ id, ...asked }) =>
      call(`POST /imports/${encodeURIComponent(id)}/apply`, asked),
    planWikis: asked => call('POST /wikis/plan', asked),
    proposeWiki: asked => call('POST /wikis/pull-requests', asked),
  };
}

function problem(text: string, remedy: string, isUsage = false) {
  return new ProblemsError(
    [
      {
        ...{ problem: text.replace(/\.$/, ''), remedy },
        ...(isUsage && { where: 'the organisation, --host or --only' }),
      },
    ],
    { isUsage },
  );
}

function remedyOf(status: number): string {
  switch (status) {
    case 400:
      return 'correct what was asked for; --help describes each option';
    case 401:
    case 403:
      return 'name the data directory that the portal was started with (--data), or restart the portal if the key is newer than it';
    case 404:
      return 'the portal needs @callboard/plugin-github-backend, which the presets github, github-enterprise and demo bring';
    case 409:
      return 'wait, or watch what runs: callboard import github --resume';
    case 503:
      return 'try again once the portal is ready';
    default:
      return 'look into its log for the error';
  }
}
