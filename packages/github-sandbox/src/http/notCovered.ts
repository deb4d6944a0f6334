import type { Handler } from 'hono';
import type { Env } from './Env';
import { baseHeaders } from './responseHeaders';

/** What nothing answers says so, and never pretends to be GitHub's 404. */
export const notCovered: Handler<Env> = context =>
  context.json(
    {
      message: `The GitHub sandbox does not answer ${context.req.method} ${context.req.path}`,
      documentation_url:
        'https://docs.github.com/rest (the real GitHub may know this route)',
      status: '501',
    },
    501,
    baseHeaders({ enterprise: context.get('enterprise') }),
  );
