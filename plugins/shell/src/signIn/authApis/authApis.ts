import { createFrontendFeatureLoader } from '@backstage/frontend-plugin-api';
import { ownHosts } from './ownHosts';

/** The APIs of sign-ins that stock has none for, loaded only where `auth.providers` or `integrations` has a need of them. */
export const authApis = createFrontendFeatureLoader({
  async *loader({ config }) {
    const hasGhe = config.has('auth.providers.ghe');
    if (hasGhe) {
      yield import('./gheAuth');
    }
    if (config.has('auth.providers.oidc')) {
      yield import('./oidcAuth');
    }
    if (Object.values(ownHosts(config)).some(hosts => hosts.length > 0)) {
      const { scmAuthModule } = await import('./scmAuthModule');
      yield scmAuthModule({ hasGhe });
    }
  },
});
