import { findClient } from '../../access/findClient';
import type { Client } from '../../access/findClient';
import { tokenViewer } from '../../access/tokenViewer';
import type { Token } from '../../core/state';
import { notFound, validationFailed } from '../../http/GitHubError';
import type { Call } from '../../http/Route';

/**
 * The application that calls with its client id and secret, and the token of its own that the body names. Throws 404 for another
 * application's route, and for a token that is not its own or has ended; 422 where there is none.
 */
export function readApplicationToken(call: Call): {
  client: Client;
  token: Token;
  secret: string;
} {
  const { sandbox, body } = call;
  const client = readApplication(call);
  const secret = body.access_token;
  if (typeof secret !== 'string' || secret === '') {
    throw validationFailed({
      errors: [
        {
          resource: 'OauthAccess',
          field: 'access_token',
          code: 'missing_field',
        },
      ],
    });
  }
  const viewer = tokenViewer({ sandbox, secret });
  if (
    viewer?.kind !== 'user' ||
    viewer.token.clientId !== call.params.client_id
  ) {
    throw notFound();
  }
  return { client, token: viewer.token, secret };
}

/** The application that calls. Throws 404 where the path names another. */
function readApplication({ sandbox, viewer, params }: Call): Client {
  const client = findClient({ sandbox, clientId: params.client_id });
  if (
    !client ||
    viewer.kind !== 'client' ||
    viewer.clientId !== params.client_id
  ) {
    throw notFound();
  }
  return client;
}
