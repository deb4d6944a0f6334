import {
  coreServices,
  createBackendFeatureLoader,
} from '@backstage/backend-plugin-api';

const providers = () =>
  import('@callboard/plugin-auth-backend-module-providers');

/** The module for each id below `auth.providers`. One module has several of them, and registers those that are configured. */
const PROVIDERS = {
  ghe: providers,
  github: providers,
  gitlab: providers,
  google: providers,
  ldap: () => import('@callboard/plugin-auth-backend-module-ldap-provider'),
  microsoft: providers,
  oidc: providers,
  okta: providers,
};

/**
 * A way to sign in is loaded only where `auth.providers` configures it. The stock guest module refuses to boot without its key, and with it
 * hands an identity to whoever asks: with a real sign-in it must not be there at all. Providers that believe the headers of a proxy in
 * front of the portal are not there either: whoever reaches the backend without the proxy could be anybody.
 */
export default createBackendFeatureLoader({
  deps: { config: coreServices.rootConfig },
  *loader({ config }) {
    const configured = config.getOptionalConfig('auth.providers')?.keys() ?? [];
    const modules = new Set(
      Object.entries(PROVIDERS)
        .filter(([id]) => configured.includes(id))
        .map(([, load]) => load),
    );
    for (const load of modules) yield load();
    if (configured.length === 1 && configured[0] === 'guest') {
      yield import('@backstage/plugin-auth-backend-module-guest-provider');
    }
  },
});
