import { OAuthError } from '../failures/OAuthError';

const TIMEOUT_MS = 15_000;
const USER_AGENT = 'callboard-sign-in';

/** GitHub's answer about a token. https://docs.github.com/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps */
export interface GithubToken {
  access_token: string;
  token_type?: string;
  /** Separated by commas; empty for a GitHub App. */
  scope?: string;
  /** Seconds; only of a GitHub App whose tokens end. */
  expires_in?: number;
  refresh_token?: string;
}

/** Asks for a token. GitHub answers a refusal with status 200, so that the body is what counts. Throws `OAuthError`. */
export async function requestToken(options: {
  url: string;
  parameters: Record<string, string | undefined>;
}): Promise<GithubToken> {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(options.parameters)) {
    if (value !== undefined) body.set(name, value);
  }
  const response = await fetch(options.url, {
    method: 'POST',
    headers: { accept: 'application/json', 'user-agent': USER_AGENT },
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  const answer = await readJson(response);
  if (typeof answer.error === 'string') {
    const { error: code, error_description: description } = answer;
    throw new OAuthError({
      code,
      ...(typeof description === 'string' && { description }),
    });
  }
  if (typeof answer.access_token !== 'string') throw unexpected(response);
  return answer as unknown as GithubToken;
}

/** Reads from GitHub's API with a person's token. */
export async function requestApi(options: {
  url: string;
  accessToken: string;
  signal?: AbortSignal;
}): Promise<Response> {
  return fetch(options.url, {
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${options.accessToken}`,
      'user-agent': USER_AGENT,
    },
    signal: options.signal ?? AbortSignal.timeout(TIMEOUT_MS),
  });
}

/** The JSON object of a good answer. */
export async function readJson(
  response: Response,
): Promise<Record<string, any>> {
  const answer = await response.json().catch(() => undefined);
  if (typeof answer !== 'object' || answer === null) throw unexpected(response);
  return answer;
}

function unexpected({ status, url }: Response) {
  return new OAuthError({
    code: status >= 500 ? 'temporarily_unavailable' : 'unexpected_answer',
    description: `${new URL(url).host} answered ${status}`,
  });
}
