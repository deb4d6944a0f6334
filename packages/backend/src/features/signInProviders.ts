import {
  coreServices,
  createBackendFeatureLoader,
} from '@backstage/backend-plugin-api';

/**
 * A way to sign in is loaded only where `auth.providers` configures it. The stock guest module refuses to boot without its key, and with it
 * hands an identity to whoever asks: with a real sign-in it must not be there at all.
 */
export default createBackendFeatureLoader({
  deps: { config: coreServices.rootConfig },
  *loader({ config }) {
    if (config.has('auth.providers.guest')) {
      yield import('@backstage/plugin-auth-backend-module-guest-provider');
    }
    if (config.has('auth.providers.github')) {
      yield import('@backstage/plugin-auth-backend-module-github-provider');
    }
  },
});
