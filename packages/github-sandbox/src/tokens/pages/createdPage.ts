import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Env } from '../../http/Env';
import { page } from '../../pages/layout';

/** Shows the secret of a new token, once. */
export function createdPage(options: {
  context: Context<Env>;
  secret: string;
}): Promise<Response> {
  const { context, secret } = options;
  return page({
    context,
    title: 'Your new token',
    body: html`<p>Copy it now. It is not shown again.</p>
      <p class="secret" id="new-token">${secret}</p>
      <p><a href="/settings/tokens">All tokens</a></p>`,
  });
}
