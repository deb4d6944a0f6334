import type { OAuthClientProvider } from '@modelcontextprotocol/sdk/client/auth.js';
import type {
  OAuthClientInformationMixed,
  OAuthTokens,
} from '@modelcontextprotocol/sdk/shared/auth.js';

const REDIRECT_URI = 'http://localhost:33418/callback';

/** What an MCP client on somebody's own machine keeps about its authorization. */
export function createMcpAuthorization() {
  let information: OAuthClientInformationMixed | undefined;
  let tokens: OAuthTokens | undefined;
  let verifier = '';
  let asked: URL | undefined;
  const provider = {
    redirectUrl: REDIRECT_URI,
    clientMetadata: {
      client_name: 'Tests',
      redirect_uris: [REDIRECT_URI],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      token_endpoint_auth_method: 'none',
    },
    clientInformation: () => information,
    saveClientInformation: (given: OAuthClientInformationMixed) => {
      information = given;
    },
    tokens: () => tokens,
    saveTokens: (given: OAuthTokens) => {
      tokens = given;
    },
    redirectToAuthorization: (url: URL) => {
      asked = url;
    },
    saveCodeVerifier: (given: string) => {
      verifier = given;
    },
    codeVerifier: () => verifier,
  } satisfies OAuthClientProvider;
  return {
    provider,
    /** The address that the client opens in the person's browser. */
    asked() {
      if (!asked) {
        throw new Error('The client has not asked anybody to sign in.');
      }
      return asked;
    },
  };
}
