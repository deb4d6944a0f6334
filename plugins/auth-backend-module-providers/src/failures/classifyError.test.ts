import { classifyError } from './classifyError';
import { OAuthError } from './OAuthError';

// As the providers and the libraries write them.
it.each([
  // GitLab, Doorkeeper
  [
    'Authentication failed, Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method.',
    'bad-client-secret',
  ],
  // Entra ID
  [
    "Authentication failed, AADSTS7000222: The provided client secret keys for app 'x' are expired.",
    'bad-client-secret',
  ],
  [
    'Authentication failed, AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID.',
    'bad-client-secret',
  ],
  [
    "Authentication failed, AADSTS50011: The redirect URI 'https://a' specified in the request does not match the redirect URIs configured for the application.",
    'wrong-callback',
  ],
  // Google
  [
    'Authentication failed, The provided client secret is invalid.',
    'bad-client-secret',
  ],
  // Okta
  [
    'Authentication failed, The client secret supplied for a confidential client is invalid.',
    'bad-client-secret',
  ],
  // openid-client
  [
    'Authentication rejected, JWT not active yet, now 1700000000, nbf 1700000600',
    'clock-skew',
  ],
  [
    'Authentication rejected, JWT expired, now 1700000600, exp 1700000000',
    'clock-skew',
  ],
  [
    'Authentication rejected, state mismatch, expected a, got: b',
    'state-mismatch',
  ],
  [
    'Authentication rejected, nonce mismatch, expected a, got: b',
    'state-mismatch',
  ],
  ['outgoing request timed out after 10000ms', 'provider-unreachable'],
  ['expected 200 OK, got: 503 Service Unavailable', 'provider-unreachable'],
  // node's http, in the words of passport
  [
    'Authentication failed, Failed to obtain access token: connect ECONNREFUSED 127.0.0.1:1',
    'provider-unreachable',
  ],
  ['Authentication failed, Something new', 'other'],
])('%s', (message, kind) => {
  expect(classifyError(new Error(message)).kind).toBe(kind);
});

it('looks into the cause, where fetch hides it', () => {
  const cause = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
  expect(classifyError(new TypeError('fetch failed', { cause }))).toEqual({
    kind: 'provider-unreachable',
    detail: 'fetch failed: ECONNREFUSED connect',
  });
});

it('says how far the clocks are apart', () => {
  expect(
    classifyError(new Error('JWT not active yet, now 1000, nbf 1600')).detail,
  ).toContain('(10 min apart)');
});

it('goes by the code where there is one', () => {
  expect(
    classifyError(
      new OAuthError({ code: 'access_denied', description: 'timed out' }),
    ).kind,
  ).toBe('denied-by-person');
});
