import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Env } from '../http/Env';
import { page } from './layout';

/** For browsers: GitHub may have a page here, the sandbox has none. */
export function notCoveredPage(context: Context<Env>): Promise<Response> {
  return page({
    context,
    title: 'Not part of the sandbox',
    status: 501,
    body: html`<p>
      The sandbox has no page at <code>${context.req.path}</code>; GitHub may
      have one. <a href="/">Go to the start</a>.
    </p>`,
  });
}
