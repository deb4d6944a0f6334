import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  commonSignInResolvers,
  type AuthResolverContext,
  type SignInResolver,
  type SignInResolverFactory,
} from '@backstage/plugin-auth-node';
import { describeQuery } from '@callboard/plugin-access-node';
import type { LdapUser } from './LdapDirectory';
import { ldapSignInResolvers } from './ldapSignInResolvers';
import { NoUserError } from './NoUserError';

const FACTORIES = {
  ...ldapSignInResolvers,
  ...commonSignInResolvers,
} as Record<string, SignInResolverFactory<LdapUser, unknown>>;

/**
 * The resolvers of `signIn.resolvers`, one after the other. In contrast to the function of the same purpose in
 * `@backstage/plugin-auth-node` a person whom none of them finds gets a 404, and not an internal error. It carries what was tried.
 */
export function readSignInResolver(config: Config): SignInResolver<LdapUser> {
  const resolvers = config
    .getOptionalConfigArray('signIn.resolvers')
    ?.map(entry => {
      const { resolver: name, ...options } = entry.get<{
        resolver: string;
        [option: string]: unknown;
      }>();
      if (!Object.hasOwn(FACTORIES, name)) {
        throw new InputError(
          `auth.providers.ldap: there is no sign-in resolver ${name}, only ${Object.keys(
            FACTORIES,
          ).join(', ')}`,
        );
      }
      return {
        name,
        resolve: FACTORIES[name](
          Object.keys(options).length > 0 ? options : undefined,
        ),
      };
    });
  const inOrder = resolvers?.length
    ? resolvers
    : [
        {
          name: 'usernameMatchingUserEntityName',
          resolve: ldapSignInResolvers.usernameMatchingUserEntityName(),
        },
      ];

  return async (info, context) => {
    const attempts: NoUserError['attempts'] = [];
    for (const { name, resolve } of inOrder) {
      const lookups: string[] = [];
      try {
        return await resolve(info, noting({ context, lookups }));
      } catch (error) {
        if ((error as Error).name !== 'NotFoundError') {
          throw error;
        }
        attempts.push({
          resolver: name,
          lookedFor: lookups.join(', then ') || undefined,
          found: 'nobody',
        });
      }
    }
    throw new NoUserError({ attempts });
  };
}

/** A context that writes down what a resolver looks for. */
function noting(options: {
  context: AuthResolverContext;
  lookups: string[];
}): AuthResolverContext {
  const { context, lookups } = options;
  return {
    issueToken: params => context.issueToken(params),
    resolveOwnershipEntityRefs: entity =>
      context.resolveOwnershipEntityRefs(entity),
    findCatalogUser(query) {
      lookups.push(describeQuery(query));
      return context.findCatalogUser(query);
    },
    signInWithCatalogUser(query, ...fallback) {
      lookups.push(describeQuery(query));
      return context.signInWithCatalogUser(query, ...fallback);
    },
  };
}
