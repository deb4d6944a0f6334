import type {
  AuthService,
  BackstageCredentials,
  BackstageUserInfo,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import {
  RELATION_MEMBER_OF,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { SignInWithoutUser } from './readSignInWithoutUser';

/** A group that somebody leaves gives nothing any more after so long. */
const KEPT_MS = 2_000;

export type OwnershipCache = Map<
  string,
  { until: number; refs: Promise<string[] | undefined> }
>;

export interface CatalogUserInfoOptions {
  stock: UserInfoService;
  auth: AuthService;
  catalog: CatalogService;
  withoutUser: SignInWithoutUser;
  /** Shared by all plugins of the process. */
  cache: OwnershipCache;
  monotonicMs?: () => number;
}

/** Who somebody is by the catalog as it is now. Stock says what it was at sign-in, up to a day ago. */
export class CatalogUserInfoService implements UserInfoService {
  readonly #options: CatalogUserInfoOptions;

  constructor(options: CatalogUserInfoOptions) {
    this.#options = options;
  }

  /**
   * The person and what belongs to them: their own reference and those of their groups. Somebody without a User entity has what the token says, if
   * they may be signed in without one; else their own reference only. Throws what the catalog throws.
   */
  async getUserInfo(
    credentials: BackstageCredentials,
  ): Promise<BackstageUserInfo> {
    const { stock, auth, withoutUser } = this.#options;
    if (!auth.isPrincipal(credentials, 'user')) {
      return stock.getUserInfo(credentials);
    }
    const { userEntityRef } = credentials.principal;
    const key = userEntityRef.toLocaleLowerCase('en-US');
    const ownershipEntityRefs = await this.#ownershipOf(key);
    if (ownershipEntityRefs) return { userEntityRef, ownershipEntityRefs };
    return withoutUser.anybody || key === withoutUser.guest
      ? stock.getUserInfo(credentials)
      : { userEntityRef, ownershipEntityRefs: [userEntityRef] };
  }

  async #ownershipOf(key: string): Promise<string[] | undefined> {
    const { cache, monotonicMs = () => performance.now() } = this.#options;
    const time = monotonicMs();
    for (const [other, { until }] of cache) {
      if (until <= time) cache.delete(other);
    }
    const known = cache.get(key);
    if (known) return known.refs;
    const refs = this.#ask(key);
    cache.set(key, { until: time + KEPT_MS, refs });
    refs.catch(() => cache.delete(key));
    return refs;
  }

  async #ask(userEntityRef: string): Promise<string[] | undefined> {
    const { auth, catalog } = this.#options;
    const entity = await catalog.getEntityByRef(userEntityRef, {
      // Not the person's own: the permission to read the catalog depends on this answer.
      credentials: await auth.getOwnServiceCredentials(),
    });
    return entity && ownershipOf(entity);
  }
}

/** As stock computes it at sign-in. */
function ownershipOf(entity: Entity): string[] {
  const groups = (entity.relations ?? []).filter(
    ({ type, targetRef }) =>
      type === RELATION_MEMBER_OF && targetRef.startsWith('group:'),
  );
  return [
    ...new Set([
      stringifyEntityRef(entity),
      ...groups.map(({ targetRef }) => targetRef),
    ]),
  ];
}
