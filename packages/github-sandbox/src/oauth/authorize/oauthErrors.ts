const AUTHORIZATION =
  'https://docs.github.com/apps/managing-oauth-apps/troubleshooting-authorization-request-errors/';
const TOKEN =
  'https://docs.github.com/apps/managing-oauth-apps/troubleshooting-oauth-app-access-token-request-errors/';

export interface OAuthError {
  error: string;
  error_description: string;
  error_uri: string;
}

/** GitHub's errors of OAuth, as they stand in redirects and in answers with status 200. */
export const oauthErrors = {
  accessDenied: {
    error: 'access_denied',
    error_description: 'The user has denied your application access.',
    error_uri: `${AUTHORIZATION}#access-denied`,
  },
  applicationSuspended: {
    error: 'application_suspended',
    error_description:
      'Your application has been suspended. Contact support@github.com.',
    error_uri: `${AUTHORIZATION}#application-suspended`,
  },
  redirectUriMismatch: {
    error: 'redirect_uri_mismatch',
    error_description:
      'The redirect_uri MUST match the registered callback URL for this application.',
    error_uri: `${AUTHORIZATION}#redirect-uri-mismatch`,
  },
  incorrectClientCredentials: {
    error: 'incorrect_client_credentials',
    error_description:
      'The client_id and/or client_secret passed are incorrect.',
    error_uri: `${TOKEN}#incorrect-client-credentials`,
  },
  badVerificationCode: {
    error: 'bad_verification_code',
    error_description: 'The code passed is incorrect or expired.',
    error_uri: `${TOKEN}#bad-verification-code`,
  },
  badRefreshToken: {
    error: 'bad_refresh_token',
    error_description: 'The refresh token passed is incorrect or expired.',
    error_uri:
      'https://docs.github.com/apps/creating-github-apps/authenticating-with-a-github-app/refreshing-user-access-tokens',
  },
  unsupportedGrantType: {
    error: 'unsupported_grant_type',
    error_description:
      'The grant type must be authorization_code, refresh_token or urn:ietf:params:oauth:grant-type:device_code.',
    error_uri: `${TOKEN}`,
  },
} satisfies Record<string, OAuthError>;

/** A callback's address with values added to its query; null ones are left out. */
export function callbackUrl(options: {
  redirectUri: string;
  values: Record<string, string | null>;
}): string {
  const url = new URL(options.redirectUri);
  for (const [name, value] of Object.entries(options.values)) {
    if (value !== null) url.searchParams.set(name, value);
  }
  return url.toString();
}
