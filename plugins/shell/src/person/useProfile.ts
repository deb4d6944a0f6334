import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useEffect, useState } from 'react';

export interface Profile {
  name: string;
  email?: string;
  picture?: string;
  userEntityRef: string;
}

/** The signed-in person. */
export function useProfile(): Profile | undefined {
  const identityApi = useApi(identityApiRef);
  const [profile, setProfile] = useState<Profile>();
  useEffect(() => {
    let stale = false;
    Promise.all([
      identityApi.getProfileInfo(),
      identityApi.getBackstageIdentity(),
    ]).then(
      ([{ displayName, email, picture }, { userEntityRef }]) => {
        if (stale) return;
        const ownName = userEntityRef.split('/').pop() ?? userEntityRef;
        const name = displayName ?? ownName[0].toUpperCase() + ownName.slice(1);
        setProfile({ name, email, picture, userEntityRef });
      },
      // A session that cannot be read is reported by whatever asks the backend next.
      () => {},
    );
    return () => {
      stale = true;
    };
  }, [identityApi]);
  return profile;
}
