import type {
  BackstageIdentityApi,
  OAuthApi,
  OpenIdConnectApi,
  ProfileInfoApi,
  SessionApi,
} from '@backstage/core-plugin-api';
import { createApiRef } from '@backstage/frontend-plugin-api';

/** The sign-in with `auth.providers.oidc`: Keycloak or any other OpenID Connect provider. There is no stock API for it. */
export const oidcAuthApiRef = createApiRef<
  OAuthApi &
    OpenIdConnectApi &
    ProfileInfoApi &
    BackstageIdentityApi &
    SessionApi
>().with({ id: 'callboard.auth.oidc', pluginId: 'app' });

/** The sign-in with `auth.providers.ghe`, a GitHub Enterprise Server beside github.com. */
export const gheAuthApiRef = createApiRef<
  OAuthApi & ProfileInfoApi & BackstageIdentityApi & SessionApi
>().with({ id: 'callboard.auth.ghe', pluginId: 'app' });
