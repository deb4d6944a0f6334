import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { Sandbox } from '../../core/Sandbox';
import type { User } from '../../core/state';
import type { Env } from '../../http/Env';
import { messagePage, page } from '../../pages/layout';
import { formField, readForm } from './form';
import { peopleMarkup, searchMarkup } from './peopleMarkup';
import {
  findPerson,
  forgetPerson,
  rememberedPerson,
  rememberPerson,
} from './person';

const PURPOSE = 'login';

/** `/login` and `/logout`: pages of settings need somebody whose settings they are. */
export function mountLogin(options: {
  app: Hono<Env>;
  sandbox: Sandbox;
}): void {
  const { app, sandbox } = options;

  app.get('/login', context => {
    const url = new URL(context.req.url);
    return page({
      context,
      title: 'Who are you?',
      body: html`${searchMarkup({ sandbox, url })}
        <form method="post">
          ${formField({ sandbox, context, purpose: PURPOSE })}
          ${peopleMarkup({
            sandbox,
            query: url.searchParams.get('q') ?? '',
            first: rememberedPerson({ sandbox, context }),
          })}
        </form>`,
    });
  });

  app.post('/login', async context => {
    const form = await readForm({ sandbox, context, purpose: PURPOSE });
    const person =
      form.outcome === 'read'
        ? findPerson({ sandbox, login: form.one('login') })
        : undefined;
    if (!person) return refusedForm(context);
    rememberPerson({ sandbox, context, person });
    return context.redirect(
      localPath(context.req.query('return_to')) ?? '/settings/tokens',
    );
  });

  app.post('/logout', async context => {
    const form = await readForm({ sandbox, context, purpose: 'logout' });
    if (form.outcome === 'refused') return refusedForm(context);
    forgetPerson(context);
    return context.redirect('/login');
  });
}

/** The person of a page, or the way to choose one and come back. */
export function requirePerson(options: {
  sandbox: Sandbox;
  context: Context<Env>;
}):
  | { outcome: 'known'; person: User }
  | { outcome: 'unknown'; response: Response } {
  const { sandbox, context } = options;
  const person = rememberedPerson({ sandbox, context });
  if (person) return { outcome: 'known', person };
  const { pathname, search } = new URL(context.req.url);
  return {
    outcome: 'unknown',
    response: context.redirect(
      `/login?return_to=${encodeURIComponent(`${pathname}${search}`)}`,
    ),
  };
}

/** The answer to a form that is not the sandbox's own, or too old. */
export function refusedForm(context: Context<Env>): Promise<Response> {
  return messagePage({
    context,
    title: 'This form is not valid any more',
    message:
      'It was made before the sandbox started, by another page, or in another browser. Go back, reload the page and try again.',
    status: 422,
  });
}

/** A path on this server and nothing else: `//host` and `/\host` lead away. */
function localPath(path: string | undefined): string | undefined {
  return path && /^\/(?![/\\])/.test(path) ? path : undefined;
}
