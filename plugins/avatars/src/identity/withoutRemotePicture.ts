import type { IdentityApi } from '@backstage/frontend-plugin-api';
import { isRemotePicture } from '../pictures/isRemotePicture';

/**
 * Wraps an identity so that its profile has no picture of another host. Pages then show the picture of the catalog's
 * user, which the portal serves.
 */
export function withoutRemotePicture(
  identityApi: IdentityApi,
  origin: string = window.location.origin,
): IdentityApi {
  return {
    getBackstageIdentity: () => identityApi.getBackstageIdentity(),
    getCredentials: () => identityApi.getCredentials(),
    signOut: () => identityApi.signOut(),
    async getProfileInfo() {
      const { picture, ...profile } = await identityApi.getProfileInfo();
      return picture && !isRemotePicture({ picture, origin })
        ? { ...profile, picture }
        : profile;
    },
  };
}
