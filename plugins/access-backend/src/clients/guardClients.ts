import express, { type RequestHandler } from 'express';

/**
 * Refuses what the stock authorization server takes from clients and OAuth 2.1 forbids: an address with a fragment to send people
 * back to, and a request for a code without a challenge, or with one that shows the verifier. Refusals are those of OAuth: status 400
 * and JSON with `error` and `error_description`. It stands before the routes of the plugin `auth`, and knows them by the same rules.
 */
export function guardClients(): RequestHandler {
  const router = express.Router();
  router.post(
    '/api/auth/v1/register',
    express.json(),
    (request, response, next) => {
      const addresses: unknown = request.body?.redirect_uris;
      const hasFragment =
        Array.isArray(addresses) && addresses.some(withFragment);
      if (hasFragment) refuse(response, 'A redirect_uri has a fragment.');
      else next();
    },
  );
  router.get('/api/auth/v1/authorize', (request, response, next) => {
    const {
      redirect_uri: address,
      code_challenge: challenge,
      code_challenge_method: method,
    } = request.query;
    if (withFragment(address)) {
      refuse(response, 'The redirect_uri has a fragment.');
    } else if (!challenge || method !== 'S256') {
      refuse(
        response,
        'A code_challenge with the code_challenge_method S256 is needed (PKCE).',
      );
    } else {
      next();
    }
  });
  return router;
}

function withFragment(address: unknown): boolean {
  return typeof address === 'string' && address.includes('#');
}

function refuse(response: express.Response, description: string) {
  // Nobody is sent anywhere: the address is one of the things in doubt.
  response
    .status(400)
    .json({ error: 'invalid_request', error_description: description });
}
