import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { html, raw } from 'hono/html';
import type { Env } from '../http/Env';
import { style } from './style';

/** What `html` of hono makes: text in it is escaped. */
export type Markup = ReturnType<typeof html>;

/** In one piece: the policy names the hash of exactly what stands between the tags. */
const STYLE = `<style>${style}</style>`;
const STYLE_HASH = createHash('sha256').update(style).digest('base64');

/**
 * A page of the sandbox: says that it is one, runs no scripts, loads nothing from elsewhere, cannot be framed and is not stored.
 * `formTargets` are origins that a form of the page may lead to by a redirect.
 */
export async function page(options: {
  context: Context<Env>;
  title: string;
  body: Markup;
  /** In place of the title as heading. */
  heading?: Markup;
  status?: 200 | 400 | 403 | 404 | 422 | 501;
  formTargets?: string[];
}): Promise<Response> {
  const {
    context,
    title,
    body,
    heading,
    status = 200,
    formTargets = [],
  } = options;
  context.get('entry').route ??= 'page';
  context.header(
    'content-security-policy',
    [
      "default-src 'none'",
      `style-src 'sha256-${STYLE_HASH}'`,
      "img-src 'self' data:",
      ['form-action', "'self'", ...formTargets].join(' '),
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ].join('; '),
  );
  context.header('cache-control', 'no-store');
  context.header('x-content-type-options', 'nosniff');
  // Not `no-referrer`: browsers would send forms with `Origin: null`.
  context.header('referrer-policy', 'same-origin');
  return context.html(
    html`<!DOCTYPE html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width" />
          <title>${title} · GitHub sandbox</title>
          ${raw(STYLE)}
        </head>
        <body>
          <p class="sandbox" role="note">
            GitHub sandbox: this is not github.com. People, repositories and
            tokens here exist on this machine alone.
            <a href="/">Start</a> · <a href="/login">Be somebody else</a> ·
            <a href="/settings/tokens">Tokens</a>
          </p>
          <main>${heading ?? html`<h1>${title}</h1>`} ${body}</main>
        </body>
      </html>`,
    status,
  );
}

/** A page that only says something. */
export function messagePage(options: {
  context: Context<Env>;
  title: string;
  message: string;
  status?: 200 | 400 | 403 | 404 | 422 | 501;
}): Promise<Response> {
  return page({ ...options, body: html`<p>${options.message}</p>` });
}
