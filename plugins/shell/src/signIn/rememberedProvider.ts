import type { IdentityApi } from '@backstage/core-plugin-api';
import { leaving } from './leaving';

/** The key that the stock sign-in page uses, so that a portal that moves to this one asks nobody again. */
const KEY = '@backstage/core:SignInPage:provider';

export const recallProvider = (storage: Storage) => storage.getItem(KEY);
export const rememberProvider = (storage: Storage, id: string) =>
  storage.setItem(KEY, id);
export const forgetProvider = (storage: Storage) => storage.removeItem(KEY);

/** The identity, which signing out also strikes from memory: otherwise the next page would sign in again by itself. */
export function forgetOnSignOut(
  identity: IdentityApi,
  storage: Storage,
): IdentityApi {
  return {
    getProfileInfo: () => identity.getProfileInfo(),
    getBackstageIdentity: () => identity.getBackstageIdentity(),
    getCredentials: () => identity.getCredentials(),
    signOut: async () => {
      forgetProvider(storage);
      leaving.noteSignedOut();
      await identity.signOut();
    },
  };
}
