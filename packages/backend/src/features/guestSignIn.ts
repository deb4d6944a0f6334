import {
  coreServices,
  createBackendFeatureLoader,
} from '@backstage/backend-plugin-api';

/**
 * Guest sign-in exists only where `auth.providers.guest` is configured. The stock module refuses to boot without that key,
 * and with it hands an identity to whoever asks: with a real sign-in it must not be there at all.
 */
export default createBackendFeatureLoader({
  deps: { config: coreServices.rootConfig },
  *loader({ config }) {
    if (config.has('auth.providers.guest')) {
      yield import('@backstage/plugin-auth-backend-module-guest-provider');
    }
  },
});
