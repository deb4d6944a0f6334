import type { AuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { CatalogUser } from './nearUsers';

const GOOD_FOR_MS = 60_000;
const PAGE = 1000;
const MOST = 20_000;

/**
 * Names and addresses of the users in the catalog, read at most once a minute: on a public provider anybody can fail to sign in as often as
 * they like. Of more than 20000 users the first ones.
 */
export function createUserList(options: {
  auth: AuthService;
  catalog: CatalogService;
  now(): Date;
}): () => Promise<CatalogUser[]> {
  const { now } = options;
  let known: { users: Promise<CatalogUser[]>; at: number } | undefined;
  return () => {
    if (!known || now().getTime() - known.at > GOOD_FOR_MS) {
      const users = readUsers(options);
      known = { users, at: now().getTime() };
      users.catch(() => {
        known = undefined;
      });
    }
    return known.users;
  };
}

async function readUsers(options: {
  auth: AuthService;
  catalog: CatalogService;
}): Promise<CatalogUser[]> {
  const { auth, catalog } = options;
  const credentials = await auth.getOwnServiceCredentials();
  const users: CatalogUser[] = [];
  let cursor: string | undefined;
  do {
    const { items, pageInfo } = await catalog.queryEntities(
      cursor
        ? { cursor, limit: PAGE }
        : {
            filter: { kind: 'user' },
            fields: [
              'kind',
              'metadata.namespace',
              'metadata.name',
              'spec.profile.displayName',
              'spec.profile.email',
            ],
            limit: PAGE,
          },
      { credentials },
    );
    for (const entity of items) {
      const profile = (entity.spec?.profile ?? {}) as Record<string, string>;
      users.push({
        userEntityRef: stringifyEntityRef(entity),
        name: entity.metadata.name,
        displayName: profile.displayName,
        email: profile.email,
      });
    }
    cursor = pageInfo.nextCursor;
  } while (cursor && users.length < MOST);
  return users;
}
