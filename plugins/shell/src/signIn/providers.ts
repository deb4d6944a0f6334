import type { Config } from '@backstage/config';
import { githubAuthApiRef } from '@backstage/core-plugin-api';

/**
 * Providers by their key in `auth.providers`. Only those that the portal's backend has a module for: a button for any
 * other would lead to an error.
 */
const OAUTH = {
  github: { title: 'GitHub', apiRef: githubAuthApiRef },
} as const;

export type OAuthProvider = { id: string } & (typeof OAUTH)[keyof typeof OAUTH];

/** What a person may sign in with, from the providers whose presence the frontend is told. */
export function readProviders(config: Config): {
  guest: boolean;
  oauth: OAuthProvider[];
} {
  const has = (id: string) => config.has(`auth.providers.${id}`);
  return {
    guest: has('guest'),
    oauth: Object.entries(OAUTH).flatMap(([id, provider]) =>
      has(id) ? [{ id, ...provider }] : [],
    ),
  };
}
