import type { RequestContext } from './RequestContext';
import { adviseOnStatus } from './adviseOnStatus';

const TIMEOUT_MS = 60_000;

/**
 * Asks Azure DevOps with the credentials of the organization: POST where there is a body, GET otherwise.
 *
 * @throws Error that says what to do, for anything but a 200 with JSON.
 */
export async function requestJson(
  options: RequestContext & { url: string; body?: object },
): Promise<unknown> {
  const { source, url, body, signal } = options;
  const credentials = await options.credentials
    .getCredentials({ url: `https://${source.host}/${source.organization}` })
    .catch(error => {
      throw new Error(
        `There are no credentials for ${source.host}/${
          source.organization
        }: check integrations.azure. ${error.message.split('\n')[0]}`,
      );
    });

  let status: number;
  let text: string;
  try {
    const response = await options.fetch(url, {
      method: body ? 'POST' : 'GET',
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        ...credentials?.headers,
      },
      body: body && JSON.stringify(body),
      // A refused token is sent to the page for signing in, which answers 200.
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    status = response.status;
    text = await response.text();
  } catch (error) {
    const { message, cause: reason } = error as Error & {
      cause?: { code?: string; message?: string };
    };
    const cause = reason?.code ?? reason?.message ?? message;
    throw new Error(
      `${url} cannot be read (${cause}): check the host, the network and, for a server with a certificate of its own authority, NODE_EXTRA_CA_CERTS.`,
    );
  }

  const json = parse(text);
  if (status !== 200 || json === undefined) {
    const message = (json as { message?: unknown } | null)?.message;
    throw new Error(
      [
        `${url} answered ${status === 200 ? '200 without JSON' : status}.`,
        adviseOnStatus({ status, source }),
        ...(typeof message === 'string'
          ? [`Its message: ${message.slice(0, 300)}`]
          : []),
      ].join(' '),
    );
  }
  return json;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
