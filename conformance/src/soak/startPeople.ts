import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A GitHub whose codes and tokens say whose they are, so that a mix-up shows. It answers at once. */
export interface People {
  url: string;
  logins: string[];
  /** The users of the catalog, as YAML. */
  entities: string;
  stop(): Promise<void>;
}

const TOKEN = 'gho_of_';

/** Starts it on a free port. Whoever comes back with the code LOGIN is the person with that login. */
export async function startPeople(options: { count: number }): Promise<People> {
  const logins = Array.from(
    { length: options.count },
    (_, index) => `person-${index + 1}`,
  );
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url!, 'http://people');
    let text = '';
    for await (const chunk of request) text += chunk;
    const send = (answer: object) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(answer));
    };
    if (pathname === '/login/oauth/access_token') {
      const code = new URLSearchParams(text).get('code');
      send({
        access_token: `${TOKEN}${code}`,
        token_type: 'bearer',
        scope: 'read:user',
      });
      return;
    }
    const [, login] =
      /gho_of_(\S+)$/.exec(request.headers.authorization ?? '') ?? [];
    if (pathname === '/api/v3/user' && login) {
      send({ id: logins.indexOf(login) + 1, login, name: login });
    } else if (pathname === '/api/v3/user/emails' && login) {
      send([{ email: `${login}@example.org`, primary: true, verified: true }]);
    } else {
      response.statusCode = 404;
      send({});
    }
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    logins,
    entities: logins.map(userEntity).join('---\n'),
    async stop() {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

function userEntity(login: string) {
  return `apiVersion: backstage.io/v1alpha1
kind: User
metadata:
  name: ${login}
spec:
  profile:
    displayName: ${login}
  memberOf: []
`;
}
