import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { usePolled } from '@callboard/page-parts';

const LOGIN = 'github.com/user-login';
const EVERY_MS = 60 * 60_000;

/** The login at GitHub that the User entity of the person names; undefined until it is known, and where there is none. */
export function useMyLogin(): string | undefined {
  const identityApi = useApi(identityApiRef);
  const catalogApi = useApi(catalogApiRef);
  const { polled } = usePolled({
    key: 'login',
    everyMs: EVERY_MS,
    load: async () => {
      const { userEntityRef } = await identityApi.getBackstageIdentity();
      const user = await catalogApi.getEntityByRef(userEntityRef);
      return user?.metadata.annotations?.[LOGIN];
    },
  });
  return polled.state === 'ready' ? polled.value : undefined;
}
