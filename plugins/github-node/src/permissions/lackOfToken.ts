import type { ServingCredential } from '../credentials/CredentialChain';
import type { GithubHost } from '../hosts/GithubHost';
import type { NeededPermission, PermissionLack } from './PermissionLack';
import { permissionName } from './permissionName';

/** What a token lacks: of a fine-grained one a permission, of a classic one a scope. */
export function lackOfToken(options: {
  serving: ServingCredential;
  owner: string;
  host: GithubHost;
  alternatives: NeededPermission[][];
  /** Of which one is enough for a classic token. */
  scopes: string[];
}): PermissionLack | undefined {
  const { serving, owner, host, alternatives, scopes } = options;
  const needed = alternatives[0]?.[0];
  const { title: credential = 'the token' } =
    host.credentials.find(({ id }) => id === serving.credentialId) ?? {};
  if (serving.token?.startsWith('github_pat_')) {
    if (!needed) return undefined;
    const { title } = permissionName(needed.permission);
    return {
      ...{ ...needed, title, kind: 'fine-grained' },
      words: `The portal's ${credential} has no permission "${title}: ${needed.level}" in ${owner}.`,
      link: `${host.webUrl}/settings/personal-access-tokens`,
      linkTitle: 'Fine-grained tokens',
      whom: 'whoever made the token',
    };
  }
  const scope = scopes[0] ?? (needed ? 'repo' : undefined);
  if (!scope) return undefined;
  return {
    ...{ permission: scope, title: scope, kind: 'classic' },
    level: needed?.level ?? 'read',
    words: `The portal's ${credential} has not the scope "${scope}", or its owner may not do this in ${owner}.`,
    link: `${host.webUrl}/settings/tokens`,
    linkTitle: 'Classic tokens',
    whom: 'whoever made the token',
  };
}
