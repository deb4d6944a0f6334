import type { Config } from '@backstage/config';
import { InputError, NotFoundError } from '@backstage/errors';
import {
  commonSignInResolvers,
  type SignInResolver,
  type SignInResolverFactory,
} from '@backstage/plugin-auth-node';
import type { LdapUser } from './LdapDirectory';
import { ldapSignInResolvers } from './ldapSignInResolvers';

const FACTORIES = {
  ...ldapSignInResolvers,
  ...commonSignInResolvers,
} as Record<string, SignInResolverFactory<LdapUser, unknown>>;

/**
 * The resolvers of `signIn.resolvers`, one after the other. In contrast to the function of the same purpose in
 * `@backstage/plugin-auth-node` a person whom none of them finds gets a 404, and not an internal error.
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
      return FACTORIES[name](
        Object.keys(options).length > 0 ? options : undefined,
      );
    });
  const inOrder = resolvers?.length
    ? resolvers
    : [ldapSignInResolvers.usernameMatchingUserEntityName()];

  return async (info, context) => {
    for (const resolve of inOrder) {
      try {
        return await resolve(info, context);
      } catch (error) {
        if ((error as Error).name !== 'NotFoundError') {
          throw error;
        }
      }
    }
    throw new NotFoundError('The catalog has no user for this person');
  };
}
