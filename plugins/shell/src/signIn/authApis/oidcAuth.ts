import { OAuth2 } from '@backstage/core-app-api';
import {
  ApiBlueprint,
  configApiRef,
  createFrontendModule,
  discoveryApiRef,
  oauthRequestApiRef,
} from '@backstage/frontend-plugin-api';
import { oidcTitle } from '../oidcTitle';
import { oidcAuthApiRef } from './apiRefs';
import { ProviderIcon } from './ProviderIcon';

const oidcAuth = ApiBlueprint.make({
  name: 'oidc-auth',
  params: define =>
    define({
      api: oidcAuthApiRef,
      deps: {
        configApi: configApiRef,
        discoveryApi: discoveryApiRef,
        oauthRequestApi: oauthRequestApiRef,
      },
      factory: ({ configApi, discoveryApi, oauthRequestApi }) =>
        OAuth2.create({
          configApi,
          discoveryApi,
          oauthRequestApi,
          environment: configApi.getOptionalString('auth.environment'),
          defaultScopes: ['openid', 'profile', 'email'],
          provider: {
            id: 'oidc',
            title: oidcTitle(configApi),
            icon: ProviderIcon,
          },
        }),
    }),
});

export default createFrontendModule({
  pluginId: 'app',
  extensions: [oidcAuth],
});
