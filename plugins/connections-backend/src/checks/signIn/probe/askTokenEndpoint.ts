import { randomBytes } from 'node:crypto';
import type { InspectionContext } from '../../../inspection/InspectionContext';
import type { ClientProbe } from './ClientProbe';
import type { ProviderEndpoints } from './providerEndpoints';

/** OAuth's and GitHub's words for a client that is not believed. */
const REJECTED = [
  'incorrect_client_credentials',
  'invalid_client',
  'unauthorized_client',
];
/** A client that is believed is told that its code is none. */
const ACCEPTED = ['bad_verification_code', 'invalid_grant'];

/**
 * Redeems a code that nobody gave out: the error tells whether the client id and the secret are believed.
 * https://docs.github.com/en/apps/oauth-apps/maintaining-oauth-apps/troubleshooting-oauth-app-access-token-request-errors,
 * https://www.rfc-editor.org/rfc/rfc6749#section-5.2
 */
export async function askTokenEndpoint(options: {
  endpoints: ProviderEndpoints;
  clientId: string;
  clientSecret: string;
  callbackUrl: string;
  fetch: InspectionContext['fetch'];
  signal: AbortSignal;
}): Promise<Pick<ClientProbe, 'secret' | 'callback' | 'detail'>> {
  const { endpoints, clientId, clientSecret, callbackUrl, fetch, signal } =
    options;
  const isBasic = endpoints.tokenAuthMethod === 'client_secret_basic';
  const response = await fetch(endpoints.tokenUrl, {
    method: 'POST',
    redirect: 'manual',
    signal,
    headers: {
      accept: 'application/json',
      ...(isBasic && {
        authorization: `Basic ${Buffer.from(
          `${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`,
        ).toString('base64')}`,
      }),
    },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: randomBytes(10).toString('hex'),
      redirect_uri: callbackUrl,
      ...(!isBasic && { client_id: clientId, client_secret: clientSecret }),
    }),
  });
  const error = await errorOf(response);
  if (error === 'redirect_uri_mismatch') {
    return { secret: 'accepted', callback: 'mismatch', detail: error };
  }
  if (error && REJECTED.includes(error)) {
    return { secret: 'rejected', callback: 'untold', detail: error };
  }
  return {
    secret: error && ACCEPTED.includes(error) ? 'accepted' : 'untold',
    callback: 'untold',
  };
}

async function errorOf(response: Response): Promise<string | undefined> {
  try {
    const { error } = (await response.json()) as { error?: unknown };
    return typeof error === 'string' ? error : undefined;
  } catch {
    return undefined;
  }
}
