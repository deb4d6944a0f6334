import type { Entity } from '@backstage/catalog-model';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type {
  AuthResolverCatalogUserQuery,
  AuthResolverContext,
} from '@backstage/plugin-auth-node';
import { describeQuery } from '@callboard/plugin-access-node';
import { AnotherAccountError } from './AnotherAccountError';
import type { NotingContext } from './noteLookup';

/**
 * Why a user whom a resolver found cannot be the account that a resolver looked for by an id; undefined where it can. For operators, as in
 * 'its annotation github.com/user-id is U_1, and the account that signed in is U_2'.
 */
export type OtherSubject = (options: {
  annotation: string;
  wanted: string;
  /** Undefined where the user has no such annotation. */
  has?: string;
  entity: Entity;
  /** Whether the user was found by the name of the entity. */
  isByName: boolean;
}) => string | undefined;

/**
 * Stock's context for resolvers, which writes down what is looked for and adds one refusal: a user whom a resolver looked for by an id of the
 * provider, and whom a later one finds by name or e-mail address with another id, is not the same person. Names and addresses pass from one
 * account to the next, ids do not.
 */
export function createNotingContext(options: {
  context: AuthResolverContext;
  otherSubject?: OtherSubject;
}): NotingContext & {
  /** Since the last time this was called. */
  takeNotes(): { lookedFor?: string; found?: string };
} {
  const { context, otherSubject = otherText } = options;
  const ids = new Map<string, string>();
  let lookedFor: string[] = [];
  let found: string | undefined;

  const noteLookup = (query: AuthResolverCatalogUserQuery) => {
    const words = describeQuery(query);
    if (!lookedFor.includes(words)) lookedFor.push(words);
    if ('annotations' in query) {
      for (const [annotation, value] of Object.entries(query.annotations)) {
        // An address is no id: it is what passes on.
        if (!/e-?mail$/i.test(annotation)) ids.set(annotation, value);
      }
    }
  };
  const find = async (query: AuthResolverCatalogUserQuery) => {
    noteLookup(query);
    const { entity } = await context.findCatalogUser(query);
    found = stringifyEntityRef(entity);
    for (const [annotation, wanted] of ids) {
      const has = entity.metadata.annotations?.[annotation] || undefined;
      const isByName = 'entityRef' in query;
      const why = otherSubject({ annotation, wanted, has, entity, isByName });
      if (why) {
        throw new AnotherAccountError(
          `${found} belongs to another account: ${why}`,
        );
      }
    }
    return { entity };
  };

  return {
    noteLookup,
    takeNotes() {
      const notes = {
        lookedFor: lookedFor.join(', then ') || undefined,
        found,
      };
      lookedFor = [];
      found = undefined;
      return notes;
    },
    issueToken: params => context.issueToken(params),
    resolveOwnershipEntityRefs: entity =>
      context.resolveOwnershipEntityRefs(entity),
    findCatalogUser: find,
    // As stock has it, with the refusal between finding and issuing.
    async signInWithCatalogUser(query, fallback) {
      try {
        const { entity } = await find(query);
        const { ownershipEntityRefs } =
          await context.resolveOwnershipEntityRefs(entity);
        return await context.issueToken({
          claims: { sub: stringifyEntityRef(entity), ent: ownershipEntityRefs },
        });
      } catch (error) {
        if (
          (error as Error).name !== 'NotFoundError' ||
          !fallback?.dangerousEntityRefFallback
        ) {
          throw error;
        }
        // Stock asks once more, finds nobody, and issues the identity that the fallback names.
        return context.signInWithCatalogUser(query, fallback);
      }
    },
  };
}

function otherText({
  annotation,
  wanted,
  has,
}: Parameters<OtherSubject>[0]): string | undefined {
  return has === undefined || has === wanted
    ? undefined
    : otherId({ annotation, wanted, has });
}

/** The words for two ids that differ. */
export function otherId(options: {
  annotation: string;
  wanted: string;
  has: string;
}): string {
  const { annotation, wanted, has } = options;
  return `its annotation ${annotation} is ${has}, and the account that signed in is ${wanted}`;
}
