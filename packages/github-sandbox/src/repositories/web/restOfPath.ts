import type { Context } from 'hono';

/** The path without its first segments, still escaped. */
export function restOfPath(options: {
  context: Context;
  /** How many segments to leave out. */
  skip: number;
}): string {
  const { context, skip } = options;
  const { pathname } = new URL(context.req.url);
  return pathname
    .split('/')
    .slice(skip + 1)
    .join('/');
}
