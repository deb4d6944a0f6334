import type { Entity } from '@backstage/catalog-model';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import type {
  AuthResolverCatalogUserQuery,
  AuthResolverContext,
} from '@backstage/plugin-auth-node';
import { describeQuery } from '@callboard/plugin-access-node';
import type { NotingContext } from './noteLookup';

/** Whether two values of an annotation are the same account. */
export type SameSubject = (options: {
  annotation: string;
  wanted: string;
  has: string;
  entity: Entity;
}) => boolean;

/**
 * Stock's context for resolvers, which writes down what is looked for and adds one refusal: a user whom a resolver looked for by an id of the
 * provider, and whom a later one finds by name or e-mail address with another id, is not the same person. Names and addresses pass from one
 * account to the next, ids do not.
 */
export function createNotingContext(options: {
  context: AuthResolverContext;
  sameSubject?: SameSubject;
}): NotingContext & {
  /** Since the last time this was called. */
  takeNotes(): { lookedFor?: string; found?: string };
} {
  const { context, sameSubject = ({ wanted, has }) => wanted === has } =
    options;
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
      const has = entity.metadata.annotations?.[annotation];
      if (has && !sameSubject({ annotation, wanted, has, entity })) {
        throw new NotAllowedError(
          `${found} belongs to another account: its annotation ${annotation} is ${has}, and the account that signed in is ${wanted}`,
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
