import { runInScope } from '@callboard/plugin-github-node';
import type { SignInClient } from '../../../facts/signIn/signInClients';
import type { InspectionContext } from '../../../inspection/InspectionContext';
import { messageOf } from '../../../inspection/messageOf';
import { askAuthorizeEndpoint } from './askAuthorizeEndpoint';
import { askTokenEndpoint } from './askTokenEndpoint';
import type { ClientProbe } from './ClientProbe';
import { providerEndpoints } from './providerEndpoints';

const MOST_MS = 8_000;

/** Asks a provider what it thinks of a client: of its secret, and of the callback that the portal sends. Signs nobody in. */
export async function probeClient(options: {
  client: SignInClient;
  context: InspectionContext;
  signal: AbortSignal;
}): Promise<ClientProbe> {
  const { client, context } = options;
  const { provider, clientId, callbackUrl, configKey } = client;
  const { fetch } = context;
  const signal = AbortSignal.any([
    options.signal,
    AbortSignal.timeout(MOST_MS),
  ]);
  const untold: ClientProbe = { secret: 'untold', callback: 'untold' };
  try {
    return await runInScope(
      { pluginId: 'connections', priority: 'background' },
      async () => {
        const entry = context.config.getConfig(configKey);
        const clientSecret = entry.getOptionalString('clientSecret');
        const endpoints = await providerEndpoints({
          provider,
          entry,
          fetch,
          signal,
        });
        if (!endpoints || !clientSecret) return untold;
        const shared = { clientId, callbackUrl, fetch, signal };
        const token = await askTokenEndpoint({
          ...shared,
          endpoints,
          clientSecret,
        });
        if (!endpoints.authorizeUrl) return token;
        const page = await askAuthorizeEndpoint({
          ...shared,
          provider,
          url: endpoints.authorizeUrl,
        });
        return {
          ...token,
          ...page,
          callback: page.callback === 'untold' ? token.callback : page.callback,
          detail: token.detail ?? page.detail,
        };
      },
    );
  } catch (error) {
    return { ...untold, unreachable: messageOf(error) };
  }
}
