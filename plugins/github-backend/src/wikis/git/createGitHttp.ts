import { InputError } from '@backstage/errors';
import type { GitHttpRequest, HttpClient } from 'isomorphic-git';
import { checkPack } from './checkPack';
import type { WikiLimits } from './WikiLimits';
import type { WikiRemote } from './WikiRemote';

const MOST_REDIRECTS = 3;
const TIMEOUT_MS = 120_000;

/**
 * HTTP for git: one credential that goes to one origin only, also where GitHub redirects a renamed repository; a time limit; and a check of
 * what is sent before anything unpacks it. Throws `InputError` for a wiki beyond the limits.
 */
export function createGitHttp(options: {
  remote: WikiRemote;
  limits: WikiLimits;
}): HttpClient {
  const { remote, limits } = options;
  const { origin } = new URL(remote.url);
  const signal = AbortSignal.any([
    AbortSignal.timeout(TIMEOUT_MS),
    ...(remote.signal ? [remote.signal] : []),
  ]);
  const authorization =
    remote.token &&
    `Basic ${Buffer.from(`x-access-token:${remote.token}`).toString('base64')}`;

  async function send(
    request: { method: string; headers: Record<string, string> },
    url: string,
    body: Buffer | undefined,
    redirects: number,
  ): Promise<Response> {
    const response = await fetch(url, {
      method: request.method,
      headers: {
        ...request.headers,
        ...(authorization && { authorization }),
      },
      body: body as BodyInit | undefined,
      redirect: 'manual',
      signal,
    });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status >= 400 || !location) {
      return response;
    }
    await response.body?.cancel();
    const next = new URL(location, url);
    if (next.origin !== origin || redirects >= MOST_REDIRECTS) {
      throw new InputError(
        `${remote.url} redirects to ${next.origin}, which is not followed`,
      );
    }
    return send(request, next.href, body, redirects + 1);
  }

  return {
    async request({ url, method = 'GET', headers = {}, body }: GitHttpRequest) {
      const sent = body ? await collected(body, 1_000_000) : undefined;
      const response = await send({ method, headers }, url, sent, 0);
      const received = await collected(response.body ?? [], limits.packBytes);
      if (method === 'POST' && response.status === 200) {
        await checkPack({ answer: received, limits });
      }
      return {
        url,
        method,
        statusCode: response.status,
        statusMessage: response.statusText,
        headers: Object.fromEntries(response.headers),
        body: (async function* whole() {
          yield received;
        })(),
      };
    },
  };
}

async function collected(
  parts: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  limit: number,
): Promise<Buffer> {
  const found: Uint8Array[] = [];
  let size = 0;
  for await (const part of parts) {
    size += part.byteLength;
    if (size > limit) {
      throw new InputError(
        `the wiki is larger than ${megabytes(
          limit,
        )}, which is the most that is shown as docs`,
      );
    }
    found.push(part);
  }
  return Buffer.concat(found);
}

function megabytes(bytes: number) {
  return `${Math.round(bytes / 1_000_000)} MB`;
}
