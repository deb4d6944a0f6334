import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
// eslint-disable-next-line @backstage/no-relative-monorepo-imports -- it is for tests, and so not exported
import { testAuthority } from '../../../conformance/src/presets/standIns/testAuthority';

/** The name of the client in its document. */
export const CLIENT_NAME = 'Editor of the tests';

/** The metadata document by which a client is known, at an address of its maker. */
export interface ClientDocument {
  /** The address, which is the client's id. */
  url: string;
  /** A file with the authority that signed the server's certificate. */
  caFile: string;
  stop(): Promise<void>;
}

/** Serves the document over HTTPS, as the specification wants it. */
export async function startClientDocument(): Promise<ClientDocument> {
  const authority = await testAuthority();
  let url = '';
  const server = createServer(await authority.issue(), (_, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify({
        client_id: url,
        client_name: CLIENT_NAME,
        // The port of a native client is whichever is free (RFC 8252, section 7.3).
        redirect_uris: ['http://127.0.0.1/callback'],
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        token_endpoint_auth_method: 'none',
      }),
    );
  });
  await new Promise<void>(resolve => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  url = `https://localhost:${port}/oauth/client.json`;
  return {
    url,
    caFile: authority.caFile,
    async stop() {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}
