import type { DiscoveryApi } from '@backstage/core-plugin-api';
import { leaving } from './leaving';
import type { OAuthProvider } from './providers';
import { rememberProvider } from './rememberedProvider';

/**
 * Leads this tab to the provider's page, from which it comes back to the page that it is on. A browser opens no window that nobody has
 * clicked for, so this is the way without a click.
 */
export async function leaveFor(options: {
  provider: OAuthProvider;
  /** The value of `auth.environment`. */
  environment: string;
  discoveryApi: DiscoveryApi;
  assign?(url: string): void;
}): Promise<void> {
  const { provider, environment, discoveryApi } = options;
  const { assign = url => window.location.assign(url) } = options;
  const base = await discoveryApi.getBaseUrl('auth');
  const url = new URL(`${base}/${provider.id}/start`);
  url.searchParams.set('env', environment);
  url.searchParams.set('flow', 'redirect');
  url.searchParams.set('origin', window.location.origin);
  url.searchParams.set('redirectUrl', window.location.href);
  if (provider.scope) url.searchParams.set('scope', provider.scope);
  // On the way back it is asked whether there is a session, as on every return.
  rememberProvider(localStorage, provider.id);
  leaving.noteLeft();
  assign(url.href);
}
