import { GithubAuth } from '@backstage/core-app-api';
import {
  ApiBlueprint,
  configApiRef,
  createFrontendModule,
  discoveryApiRef,
  oauthRequestApiRef,
} from '@backstage/frontend-plugin-api';
import { gheAuthApiRef } from './apiRefs';
import { ProviderIcon } from './ProviderIcon';

const gheAuth = ApiBlueprint.make({
  name: 'ghe-auth',
  params: define =>
    define({
      api: gheAuthApiRef,
      deps: {
        configApi: configApiRef,
        discoveryApi: discoveryApiRef,
        oauthRequestApi: oauthRequestApiRef,
      },
      factory: ({ configApi, discoveryApi, oauthRequestApi }) =>
        GithubAuth.create({
          configApi,
          discoveryApi,
          oauthRequestApi,
          environment: configApi.getOptionalString('auth.environment'),
          defaultScopes: ['read:user'],
          provider: {
            id: 'ghe',
            title: 'GitHub Enterprise',
            icon: ProviderIcon,
          },
        }),
    }),
});

export default createFrontendModule({
  pluginId: 'app',
  extensions: [gheAuth],
});
