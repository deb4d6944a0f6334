import type { OAuthClientProvider } from '@modelcontextprotocol/sdk/client/auth.js';
import { UnauthorizedError } from '@modelcontextprotocol/sdk/client/auth.js';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type {
  OAuthClientInformationMixed,
  OAuthTokens,
} from '@modelcontextprotocol/sdk/shared/auth.js';

/** A client as the protocol's own library makes it, with what it keeps about its authorization. */
export interface McpClient {
  client: Client;
  /** What the portal has it known by. */
  information(): OAuthClientInformationMixed;
  tokens(): OAuthTokens;
  setTokens(tokens: OAuthTokens): void;
  /** Connects once somebody has agreed: `agree` gets the address for the browser, and resolves to what the browser came back with. */
  connect(agree: (address: URL) => Promise<URLSearchParams>): Promise<void>;
}

/** Creates a client of a portal. With `documentUrl` it is known by that document, otherwise it registers itself. */
export function createMcpClient(options: {
  portalUrl: string;
  redirectUrl: string;
  documentUrl?: string;
}): McpClient {
  const { portalUrl, redirectUrl, documentUrl } = options;
  const state = crypto.randomUUID();
  let information: OAuthClientInformationMixed | undefined;
  let tokens: OAuthTokens | undefined;
  let verifier = '';
  let address: URL | undefined;
  const provider: OAuthClientProvider = {
    redirectUrl,
    ...(documentUrl && { clientMetadataUrl: documentUrl }),
    clientMetadata: {
      client_name: 'Terminal of the tests',
      redirect_uris: [redirectUrl],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      token_endpoint_auth_method: 'none',
    },
    state: () => state,
    clientInformation: () => information,
    saveClientInformation: given => {
      information = given;
    },
    tokens: () => tokens,
    saveTokens: given => {
      tokens = given;
    },
    redirectToAuthorization: given => {
      address = given;
    },
    saveCodeVerifier: given => {
      verifier = given;
    },
    codeVerifier: () => verifier,
  };
  const client = new Client({ name: 'tests', version: '1.0.0' });
  const transport = () =>
    new StreamableHTTPClientTransport(
      new URL(`${portalUrl}/api/mcp-actions/v1`),
      { authProvider: provider },
    );
  return {
    client,
    information: () => information!,
    tokens: () => tokens!,
    setTokens: given => {
      tokens = given;
    },
    async connect(agree) {
      const first = transport();
      const refusal = await client.connect(first).catch(error => error);
      if (!(refusal instanceof UnauthorizedError) || !address) {
        throw new Error(`Nobody was asked to agree: ${refusal}`);
      }
      const answer = await agree(address);
      if (answer.get('state') !== state) {
        throw new Error('The browser came back with another state');
      }
      await first.finishAuth(answer.get('code')!);
      await client.connect(transport());
    },
  };
}
