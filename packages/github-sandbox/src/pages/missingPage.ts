import { html } from 'hono/html';
import { page } from './layout';
import type { PageContext } from './PageContext';

/** 404, which is also what hidden things answer; who is nobody is told how to become somebody. */
export function missingPage(options: PageContext): Promise<Response> {
  const { context, person } = options;
  const back = encodeURIComponent(context.req.path);
  return page({
    context,
    title: 'Not found',
    status: 404,
    body: html`<p>
      There is nothing at this
      address${person
        ? html`, or ${person.login} may not see it`
        : html`, or it is private`}.
      <a href="/login?return_to=${back}"
        >${person ? 'Look as somebody else' : 'Look as one of the people'}</a
      >, or go <a href="/">to the start</a>.
    </p>`,
  });
}
