import type { Config } from '@backstage/config';
import {
  atlassianAuthApiRef,
  bitbucketAuthApiRef,
  githubAuthApiRef,
  gitlabAuthApiRef,
  googleAuthApiRef,
  microsoftAuthApiRef,
  oktaAuthApiRef,
  oneloginAuthApiRef,
} from '@backstage/core-plugin-api';

/** Providers for which the app has an API of its own, by their key in `auth.providers`. */
const OAUTH = {
  github: { title: 'GitHub', apiRef: githubAuthApiRef },
  gitlab: { title: 'GitLab', apiRef: gitlabAuthApiRef },
  google: { title: 'Google', apiRef: googleAuthApiRef },
  microsoft: { title: 'Microsoft', apiRef: microsoftAuthApiRef },
  okta: { title: 'Okta', apiRef: oktaAuthApiRef },
  onelogin: { title: 'OneLogin', apiRef: oneloginAuthApiRef },
  bitbucket: { title: 'Bitbucket', apiRef: bitbucketAuthApiRef },
  atlassian: { title: 'Atlassian', apiRef: atlassianAuthApiRef },
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
