import { InputError } from '@backstage/errors';
import express, { type Request, type Response } from 'express';

const readJson = express.json();

/** Whether a request to go on is in truth a sign-in with a directory's password. Reads its body as stock does later, which then finds it read.
 * Throws `InputError` for one that is not JSON. */
export async function hasPassword(options: {
  provider: string;
  request: Request;
  response: Response;
}): Promise<boolean> {
  const { provider, request, response } = options;
  if (provider !== 'ldap') return false;
  await new Promise<void>((resolve, reject) =>
    readJson(request, response, error =>
      // The error itself quotes the body.
      error ? reject(new InputError('The body is not JSON')) : resolve(),
    ),
  );
  return request.body?.username !== undefined;
}
