import {
  coreServices,
  createBackendFeatureLoader,
} from '@backstage/backend-plugin-api';

/** The module for each id below `auth.providers`. */
const PROVIDERS = {
  ghe: () => import('@callboard/plugin-auth-backend-module-ghe-provider'),
  github: () => import('@backstage/plugin-auth-backend-module-github-provider'),
  gitlab: () => import('@backstage/plugin-auth-backend-module-gitlab-provider'),
  ldap: () => import('@callboard/plugin-auth-backend-module-ldap-provider'),
  microsoft: () =>
    import('@backstage/plugin-auth-backend-module-microsoft-provider'),
  oidc: () => import('@callboard/plugin-auth-backend-module-oidc-provider'),
};

/**
 * A way to sign in is loaded only where `auth.providers` configures it. The stock guest module refuses to boot without its key, and with it
 * hands an identity to whoever asks: with a real sign-in it must not be there at all.
 */
export default createBackendFeatureLoader({
  deps: { config: coreServices.rootConfig },
  *loader({ config }) {
    const configured = config.getOptionalConfig('auth.providers')?.keys() ?? [];
    for (const [id, load] of Object.entries(PROVIDERS)) {
      if (configured.includes(id)) {
        yield load();
      }
    }
    if (configured.length === 1 && configured[0] === 'guest') {
      yield import('@backstage/plugin-auth-backend-module-guest-provider');
    }
  },
});
