import type { Context, Hono } from 'hono';
import { findAccount } from '../../core/names/findAccount';
import type { Sandbox } from '../../core/Sandbox';
import type { Env } from '../../http/Env';
import { identicon } from './identicon';

const LARGEST = 420;

/**
 * The pictures of accounts (`/avatars/u/1`), teams (`/avatars/t/1`) and Apps (`/avatars/in/1`), which GitHub has on a host of its own, and
 * `/{login}.png`, which leads there.
 */
export function mountAvatars(options: {
  app: Hono<Env>;
  sandbox: Sandbox;
}): void {
  const { app, sandbox } = options;
  for (const kind of ['u', 't', 'in']) {
    app.get(`/avatars/${kind}/:id{[0-9]+}`, context =>
      picture({ context, of: `${kind}/${context.req.param('id')}` }),
    );
  }
  app.get('/:file{[^/]+\\.png}', (context, next) => {
    const login = context.req.param('file').replace(/\.png$/, '');
    const account = findAccount({ sandbox, login });
    if (!account) return next();
    context.get('entry').route = 'avatar';
    return context.redirect(`${sandbox.baseUrl}/avatars/u/${account.id}?v=4`);
  });
}

/** `s` and `size` of the query are the size in pixels. */
function picture(options: { context: Context<Env>; of: string }): Response {
  const { context, of } = options;
  context.get('entry').route = 'avatar';
  const size = Number(context.req.query('s') ?? context.req.query('size'));
  return context.body(
    identicon({
      of,
      size: size >= 1 ? Math.min(LARGEST, Math.floor(size)) : LARGEST,
    }),
    200,
    {
      'content-type': 'image/png',
      'cache-control': 'public, max-age=300',
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
    },
  );
}
