import type { Context } from 'hono';
import { entityTag } from './entityTag';
import type { Env } from './Env';
import { isNotModified } from './isNotModified';
import { linkHeader } from './linkHeader';
import type { Answer, Call } from './Route';

/** Turns what a handler returned into the response: JSON, Link, ETag and 304. */
export function renderAnswer(options: {
  answer: Answer;
  call: Call;
  context: Context<Env>;
  headers: Record<string, string>;
  /** A 304 costs nothing of the limit; returns the headers that say so. */
  onNotModified: () => Record<string, string>;
}): Response {
  const { answer, call, context, onNotModified } = options;
  const status = answer.status ?? 200;
  const headers = new Headers({ ...options.headers, ...answer.headers });
  const entry = context.get('entry');

  if (answer.total !== undefined || answer.more !== undefined) {
    const link = linkHeader({
      url: publicUrl(call, context),
      ...call.page,
      total: answer.total,
      more: answer.more,
    });
    if (link) headers.set('link', link);
  }
  if (answer.body === undefined) {
    return new Response(null, { status, headers });
  }
  if (answer.body instanceof ReadableStream) {
    return new Response(answer.body, { status, headers });
  }

  const isRaw = headers.has('content-type');
  const body = isRaw
    ? (answer.body as string | Uint8Array<ArrayBuffer>)
    : JSON.stringify(answer.body);
  if (!isRaw) headers.set('content-type', 'application/json; charset=utf-8');

  if (['GET', 'HEAD'].includes(call.method) && status === 200) {
    const tag = entityTag(body);
    headers.set('etag', tag);
    headers.set(
      'cache-control',
      call.viewer.kind === 'anonymous'
        ? 'public, max-age=60, s-maxage=60'
        : 'private, max-age=60, s-maxage=60',
    );
    headers.set(
      'vary',
      'Accept, Authorization, Cookie, X-GitHub-OTP,Accept-Encoding, Accept, X-Requested-With',
    );
    if (
      isNotModified({
        headers: call.headers,
        tag,
        lastModified: headers.get('last-modified'),
      })
    ) {
      // Anonymous callers pay for a 304 as for any other answer.
      if (call.viewer.kind !== 'anonymous') {
        Object.entries(onNotModified()).forEach(([name, value]) =>
          headers.set(name, value),
        );
      }
      headers.delete('content-type');
      entry.bytes = 0;
      return new Response(null, { status: 304, headers });
    }
  }
  entry.bytes = Buffer.byteLength(body);
  return new Response(body, { status, headers });
}

/** The request's address under the name that the sandbox has. */
function publicUrl(call: Call, context: Context<Env>): URL {
  const { pathname, search } = new URL(context.req.url);
  return new URL(`${call.sandbox.baseUrl}${pathname}${search}`);
}
