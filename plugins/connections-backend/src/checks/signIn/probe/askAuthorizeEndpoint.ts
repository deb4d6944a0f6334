import type { InspectionContext } from '../../../inspection/InspectionContext';
import type { ClientProbe } from './ClientProbe';

/**
 * Opens the page that people are sent to, without being anybody. A provider that knows another callback says so on a page of its own (4xx),
 * or to the callback that it knows; github.com asks for a sign-in first, and then nothing is told.
 */
export async function askAuthorizeEndpoint(options: {
  url: string;
  provider: string;
  clientId: string;
  callbackUrl: string;
  fetch: InspectionContext['fetch'];
  signal: AbortSignal;
}): Promise<Pick<ClientProbe, 'callback' | 'registered' | 'detail'>> {
  const { provider, clientId, callbackUrl, fetch, signal } = options;
  const url = new URL(options.url);
  url.searchParams.set('client_id', clientId);
  url.searchParams.set('redirect_uri', callbackUrl);
  url.searchParams.set('response_type', 'code');
  url.searchParams.set('state', 'connections-check');
  if (provider === 'oidc' || provider === 'okta') {
    url.searchParams.set('scope', 'openid');
  }

  const response = await fetch(url, { redirect: 'manual', signal });
  const location = response.headers.get('location');
  if (location) {
    await response.body?.cancel();
    return judgeRedirect(new URL(location, url));
  }
  const text = (await response.text()).slice(0, 100_000);
  if (response.status === 200) {
    // The page that asks for consent, or for a name: what is wrong with the callback is found before.
    return provider === 'github' || provider === 'ghe'
      ? { callback: 'registered' }
      : { callback: 'untold' };
  }
  return response.status < 500 && /redirect[_ -]?ur[il]/i.test(text)
    ? { callback: 'mismatch', detail: `HTTP ${response.status}` }
    : { callback: 'untold' };
}

function judgeRedirect(
  location: URL,
): Pick<ClientProbe, 'callback' | 'registered' | 'detail'> {
  if (location.searchParams.get('error') !== 'redirect_uri_mismatch') {
    return { callback: 'untold' };
  }
  return {
    callback: 'mismatch',
    registered: `${location.origin}${location.pathname}`,
    detail: 'redirect_uri_mismatch',
  };
}
