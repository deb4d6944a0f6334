import type { Handler } from 'hono';
import type { Sandbox } from '../core/Sandbox';
import type { Env } from '../http/Env';
import { rememberedPerson } from '../oauth/session/person';
import type { PageContext } from './PageContext';
import { wantsPage } from './wantsPage';

/** A handler that makes a page for browsers and leaves everything else to the API. */
export function pageRoute(options: {
  sandbox: Sandbox;
  render: (page: PageContext) => Promise<Response> | Response;
}): Handler<Env> {
  const { sandbox, render } = options;
  return async (context, next) => {
    if (!wantsPage(context)) {
      await next();
      return undefined;
    }
    context.get('entry').route = 'page';
    return render({
      sandbox,
      context,
      person: rememberedPerson({ sandbox, context }),
    });
  };
}
