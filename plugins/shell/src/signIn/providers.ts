import type { Config } from '@backstage/config';
import {
  type ApiRef,
  type BackstageIdentityApi,
  githubAuthApiRef,
  gitlabAuthApiRef,
  googleAuthApiRef,
  microsoftAuthApiRef,
  oktaAuthApiRef,
  type ProfileInfoApi,
  type SessionApi,
} from '@backstage/core-plugin-api';
import { readSandbox } from '../sandbox/readSandbox';
import { gheAuthApiRef, oidcAuthApiRef } from './authApis/apiRefs';
import { oidcTitle } from './oidcTitle';

/** A way to sign in that leads to a page of the provider's. */
export interface OAuthProvider {
  /** Its key in `auth.providers`. */
  id: string;
  title: string;
  apiRef: ApiRef<BackstageIdentityApi & ProfileInfoApi & SessionApi>;
  /** What the pages want of the provider, where the backend by itself asks for less. */
  scope?: string;
}

/** What a person may sign in with, from the providers whose presence the frontend is told. */
export function readProviders(config: Config): {
  guest: boolean;
  /** User name and password of a directory. */
  ldap: boolean;
  oauth: OAuthProvider[];
} {
  const has = (id: string) => config.has(`auth.providers.${id}`);
  // Only those that the portal's backend has a module for: a button for any other would lead to an error.
  const known: OAuthProvider[] = [
    {
      id: 'github',
      title: readSandbox(config) ? 'the sandbox GitHub' : 'GitHub',
      apiRef: githubAuthApiRef,
    },
    { id: 'ghe', title: 'GitHub Enterprise', apiRef: gheAuthApiRef },
    { id: 'gitlab', title: 'GitLab', apiRef: gitlabAuthApiRef },
    {
      id: 'microsoft',
      title: 'Microsoft',
      apiRef: microsoftAuthApiRef,
      scope: 'openid offline_access profile email User.Read',
    },
    { id: 'google', title: 'Google', apiRef: googleAuthApiRef },
    { id: 'okta', title: 'Okta', apiRef: oktaAuthApiRef },
    { id: 'oidc', title: oidcTitle(config), apiRef: oidcAuthApiRef },
  ];
  const oauth = known.filter(({ id }) => has(id));
  const ldap = has('ldap');
  return {
    // As in the backend: a guest is for trials, and no way around a real sign-in.
    guest: has('guest') && !ldap && oauth.length === 0,
    ldap,
    oauth,
  };
}
