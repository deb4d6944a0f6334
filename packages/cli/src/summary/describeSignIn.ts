import type { Config } from '@backstage/config';

const TITLES: Record<string, string> = {
  ghe: 'GitHub Enterprise',
  github: 'GitHub',
  gitlab: 'GitLab',
  google: 'Google',
  guest: 'guest',
  ldap: 'LDAP',
  microsoft: 'Microsoft Entra ID',
  oidc: 'OpenID Connect',
  okta: 'Okta',
};

/** How people sign in: one line per provider that is configured. */
export function describeSignIn(config: Config): string[] {
  const providers = config.getOptionalConfig('auth.providers')?.keys() ?? [];
  const real = providers.filter(id => id !== 'guest');
  if (real.length === 0) {
    return providers.includes('guest')
      ? ['as a guest: whoever can open the page may look']
      : ['nobody can sign in yet (docs/configuration.md)'];
  }
  const title = config.getOptionalString('callboard.signIn.title');
  return real.map(id => (id === 'oidc' && title) || (TITLES[id] ?? id));
}
