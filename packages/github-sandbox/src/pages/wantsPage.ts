import type { Context } from 'hono';
import type { Env } from '../http/Env';

/** Whether a browser asks for a page, and not a program for the API: both use `/orgs/x/teams`. */
export function wantsPage(context: Context<Env>): boolean {
  return (
    !context.req.path.startsWith('/api/') &&
    (context.req.header('accept') ?? '').includes('text/html')
  );
}
