import type { Config } from '@backstage/config';

/** What people know the OpenID Connect provider as, for "Sign in with ...". */
export function oidcTitle(config: Pick<Config, 'getOptionalString'>): string {
  return config.getOptionalString('callboard.signIn.title') || 'single sign-on';
}
