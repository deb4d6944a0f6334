import type { Config } from '@backstage/config';
import type { SignInClient } from '../../facts/signIn/signInClients';
import { isLocalUrl } from '../text/isLocalUrl';

/** What is wrong with a callback URL whoever is asked: Backstage sets the cookie of a sign-in for one host and one path. */
export function configuredCallbackProblem(options: {
  client: SignInClient;
  config: Config;
}): { cause: string; remedy: string } | undefined {
  const { client, config } = options;
  const { provider, callbackUrl, configKey } = client;
  const key = `${configKey}.callbackUrl`;
  const baseUrl = config.getOptionalString('backend.baseUrl') ?? '';
  const remedy = `Remove ${key}: the portal then sends ${baseUrl.replace(
    /\/+$/,
    '',
  )}/api/auth/${provider}/handler/frame.`;
  if (!URL.canParse(callbackUrl) || !URL.canParse(baseUrl)) {
    return { cause: `${callbackUrl} (${key}) is no URL.`, remedy };
  }
  const { origin, pathname, protocol } = new URL(callbackUrl);
  const path = `/api/auth/${provider}/handler/frame`;
  if (pathname.endsWith(`${path}/`)) {
    return {
      cause: `${key} is ${callbackUrl}, with a slash at the end: the provider compares it with the registered URL to the last character, and the portal loses the cookie of the sign-in.`,
      remedy,
    };
  }
  if (!pathname.endsWith(path)) {
    return {
      cause: `${key} is ${callbackUrl}, and the portal takes what comes back at ${path}.`,
      remedy,
    };
  }
  if (origin !== new URL(baseUrl).origin) {
    return {
      cause: `${key} is at ${origin} and the portal (backend.baseUrl) at ${
        new URL(baseUrl).origin
      }: the cookie of the sign-in stays behind.`,
      remedy: `${remedy} Or set CALLBOARD_BASE_URL (backend.baseUrl) to the address that people use.`,
    };
  }
  if (protocol === 'http:' && !isLocalUrl(callbackUrl)) {
    return {
      cause: `${callbackUrl} is http: the code of a sign-in crosses the network in the clear, and many providers refuse such an address.`,
      remedy: 'Set CALLBOARD_BASE_URL (backend.baseUrl) to an https: address.',
    };
  }
  return undefined;
}
