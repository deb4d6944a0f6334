import type {
  AppFacts,
  GithubHostFacts,
  TokenFacts,
} from '@callboard/plugin-connections-common';

/** `App Callboard`; without a name the number that GitHub gave it. */
export function appName(app: AppFacts): string {
  return `App ${app.name ?? app.slug ?? app.appId}`;
}

/** `token 3f9a12cd`: its fingerprint, which tells tokens apart without telling the token. */
export function tokenName(token: Pick<TokenFacts, 'fingerprint'>): string {
  return `token ${token.fingerprint}`;
}

/** What people call a credential whose id a request carries; the id itself where it is no longer there and has no other name. */
export function credentialName(
  credentialId: string | undefined,
  hosts: GithubHostFacts[],
  otherwise = credentialId,
): string {
  if (!credentialId || credentialId === 'none') return 'nobody';
  for (const { apps, tokens } of hosts) {
    const app = apps.find(a => a.credentialId === credentialId);
    if (app) return appName(app);
    const token = tokens.find(t => t.credentialId === credentialId);
    if (token) return tokenName(token);
  }
  return otherwise ?? credentialId;
}
