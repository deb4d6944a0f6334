import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import type { Resource } from './resource';
import { useResource } from './useResource';

export interface Person {
  userRef: string;
  /** What the sign-in calls the person; not every sign-in does. */
  displayName?: string;
  /** The person, and the groups that the person acts for. */
  ownershipRefs: string[];
}

/** Who is signed in. */
export function usePerson(): Resource<Person> {
  const identityApi = useApi(identityApiRef);
  return useResource({
    source: identityApi,
    key: 'person',
    load: async () => {
      const [identity, profile] = await Promise.all([
        identityApi.getBackstageIdentity(),
        identityApi.getProfileInfo(),
      ]);
      return {
        userRef: identity.userEntityRef,
        displayName: profile.displayName,
        ownershipRefs: identity.ownershipEntityRefs,
      };
    },
  });
}
