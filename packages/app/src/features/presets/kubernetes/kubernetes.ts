import {
  createFrontendFeatureLoader,
  gitlabAuthApiRef,
  googleAuthApiRef,
  microsoftAuthApiRef,
  oktaAuthApiRef,
  oneloginAuthApiRef,
  type OpenIdConnectApi,
} from '@backstage/frontend-plugin-api';
import kubernetes from '@backstage/plugin-kubernetes/alpha';
import { kubernetesAuthProvidersApiRef } from '@backstage/plugin-kubernetes-react';
import { oidcAuthApiRef } from '@callboard/plugin-shell';
import { ClusterAuthProviders } from './ClusterAuthProviders';

const deps = {
  gitlab: gitlabAuthApiRef,
  google: googleAuthApiRef,
  microsoft: microsoftAuthApiRef,
  okta: oktaAuthApiRef,
  onelogin: oneloginAuthApiRef,
};

const api = kubernetesAuthProvidersApiRef;

/** Clusters with `authProvider: oidc` get the ID token of the sign-in that `oidcTokenProvider` names; stock knows all but `oidc`. */
function withAuthProviders(options: { hasOidc: boolean }) {
  return kubernetes.withOverrides({
    extensions: [
      kubernetes.getExtension('api:kubernetes/auth-providers').override({
        params: define =>
          // The API of the sign-in is there only where it is configured.
          options.hasOidc
            ? define({
                api,
                deps: { ...deps, oidc: oidcAuthApiRef },
                factory: createAuthProviders,
              })
            : define({ api, deps, factory: createAuthProviders }),
      }),
    ],
  });
}

function createAuthProviders(
  oidcProviders: TypesOf<typeof deps> & { oidc?: typeof oidcAuthApiRef.T },
) {
  return new ClusterAuthProviders({
    googleAuthApi: oidcProviders.google,
    microsoftAuthApi: oidcProviders.microsoft,
    oidcProviders: oidcProviders as Record<string, OpenIdConnectApi>,
  });
}

type TypesOf<TRefs extends Record<string, { T: unknown }>> = {
  [name in keyof TRefs]: TRefs[name]['T'];
};

export default createFrontendFeatureLoader({
  *loader({ config }) {
    yield withAuthProviders({ hasOidc: config.has('auth.providers.oidc') });
  },
});
