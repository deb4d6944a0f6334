import type { Hono } from 'hono';
import type { Sandbox } from '../../core/Sandbox';
import type { Env } from '../../http/Env';
import { pageRoute } from '../pageRoute';
import { membersPage } from './membersPage';
import { profilePage } from './profilePage';
import { startPage } from './startPage';

/** `/`, `/orgs/copperbell/people` and `/copperbell`. */
export function mountAccountPages(options: {
  app: Hono<Env>;
  sandbox: Sandbox;
}): void {
  const { app, sandbox } = options;
  // Browsers ask for one with every page.
  app.get('/favicon.ico', context => context.body(null, 204));
  app.get('/', pageRoute({ sandbox, render: startPage }));
  app.get(
    '/orgs/:login/:part{people|teams}/:team?',
    pageRoute({
      sandbox,
      render(page) {
        const { login, part, team } = page.context.req.param() as Record<
          string,
          string
        >;
        return membersPage({
          ...page,
          login,
          part: part === 'people' ? 'people' : 'teams',
          team,
        });
      },
    }),
  );
  app.get(
    '/:login{[A-Za-z0-9-]+}',
    pageRoute({
      sandbox,
      render: page =>
        profilePage({
          ...page,
          login: (page.context.req.param() as { login: string }).login,
        }),
    }),
  );
}
