import type { Request, Response } from 'express';

/** Answers a request that is known to be valid, or rejects with an error of `@backstage/errors`. */
export type RouteHandler = (
  request: Request,
  response: Response,
) => Promise<void>;
