import { stringifyEntityRef, type UserEntity } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { usePolled } from '@callboard/page-parts';

const LOGIN = 'github.com/user-login';
const EVERY_MS = 60 * 60_000;

export interface KnownPerson {
  entityRef: string;
  name?: string;
  /** Of the portal itself: plugins/avatars sees to that. */
  picture?: string;
}

const NOBODY = new Map<string, KnownPerson>();

/** Who of these logins is in the catalog, by the login in lower case. Nobody until it is known. */
export function usePeopleOf(logins: string[]): Map<string, KnownPerson> {
  const catalogApi = useApi(catalogApiRef);
  const { polled } = usePolled({
    key: logins.length > 0 ? logins.join() : undefined,
    everyMs: EVERY_MS,
    load: async () => {
      const { items } = await catalogApi.getEntities({
        filter: { kind: 'User', [`metadata.annotations.${LOGIN}`]: logins },
        fields: ['kind', 'metadata', 'spec.profile'],
      });
      return new Map(
        items.map(item => {
          const { metadata, spec } = item as UserEntity;
          return [
            metadata.annotations![LOGIN].toLowerCase(),
            {
              entityRef: stringifyEntityRef(item),
              name: spec?.profile?.displayName,
              picture: spec?.profile?.picture,
            },
          ];
        }),
      );
    },
  });
  return polled.state === 'ready' ? polled.value : NOBODY;
}
