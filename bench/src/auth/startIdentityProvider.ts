import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Who signs in. A person of the example company. */
export const PERSON = 'lena-fischer';

/** A GitHub that knows one person and answers at once, so that what is measured is the portal's own time. */
export interface IdentityProvider {
  url: string;
  stop(): Promise<void>;
}

const ANSWERS: Record<string, object> = {
  '/login/oauth/access_token': {
    access_token: 'gho_of_the_benchmark',
    token_type: 'bearer',
    scope: 'read:user',
  },
  '/api/v3/user': { id: 1, login: PERSON, name: PERSON, email: null },
  '/api/v3/user/emails': [
    { email: `${PERSON}@example.org`, primary: true, verified: true },
  ],
};

/** Starts it on a free port. Only the calls that follow a callback have an answer. */
export async function startIdentityProvider(): Promise<IdentityProvider> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url!, 'http://provider');
    const answer = ANSWERS[pathname];
    request.resume();
    response.statusCode = answer ? 200 : 404;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(answer ?? {}));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}
