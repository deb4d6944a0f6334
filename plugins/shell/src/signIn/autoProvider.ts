import type { Config } from '@backstage/config';
import type { OAuthProvider, readProviders } from './providers';

/** The provider that people are led to without a click: the only way in, where `callboard.signIn.auto` is on. */
export function autoProvider(options: {
  config: Config;
  providers: ReturnType<typeof readProviders>;
}): OAuthProvider | undefined {
  const { config, providers } = options;
  const isOn = config.getOptionalBoolean('callboard.signIn.auto') ?? false;
  const isOnlyWay = providers.oauth.length === 1 && !providers.ldap;
  return isOn && isOnlyWay ? providers.oauth[0] : undefined;
}
