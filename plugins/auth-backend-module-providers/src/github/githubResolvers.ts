import type { AuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { ConflictError, NotFoundError } from '@backstage/errors';
import { githubSignInResolvers } from '@backstage/plugin-auth-backend-module-github-provider';
import {
  commonSignInResolvers,
  createSignInResolverFactory,
  type OAuthAuthenticatorResult,
  type SignInInfo,
} from '@backstage/plugin-auth-node';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Config } from '@backstage/config';
import { z } from 'zod/v3';
import { noteLookup } from '../resolvers/noteLookup';
import { comesFromOtherGithub } from './comesFromOtherGithub';
import type { GithubProfile } from './GithubProfile';

const ANNOTATION = 'github.com/user-id';

/**
 * Stock's resolvers for GitHub. `userIdMatchingUserEntityAnnotation` is the one that stock's own module has, and does not export: the catalog
 * takes no notice of upper and lower case, and GitHub's ids differ by it, so that what it found is compared once more. Users who come from
 * another GitHub are left out: two of them can give the same id to different people.
 */
export function githubResolvers(options: {
  auth: AuthService;
  catalog: CatalogService;
  /** Of the GitHub that people sign in with. */
  host: string;
  rootConfig: Config;
}) {
  const { auth, catalog, host, rootConfig } = options;
  return {
    ...githubSignInResolvers,
    ...commonSignInResolvers,
    userIdMatchingUserEntityAnnotation: createSignInResolverFactory({
      optionsSchema: z
        .object({
          dangerouslyAllowSignInWithoutUserInCatalog: z.boolean().optional(),
        })
        .optional(),
      create(resolverOptions = {}) {
        return async (
          info: SignInInfo<OAuthAuthenticatorResult<GithubProfile>>,
          context,
        ) => {
          const { nodeId } = info.result.fullProfile;
          if (!nodeId) {
            throw new Error(`GitHub user profile does not contain a user ID`);
          }
          noteLookup({
            context,
            query: { annotations: { [ANNOTATION]: nodeId } },
          });
          const credentials = await auth.getOwnServiceCredentials();
          const { items: found } = await catalog.getEntities(
            {
              filter: {
                kind: 'user',
                [`metadata.annotations.${ANNOTATION}`]: nodeId,
              },
            },
            { credentials },
          );
          const items = found.filter(
            entity => !comesFromOtherGithub({ entity, host, rootConfig }),
          );
          const exact = items.filter(
            ({ metadata }) => metadata.annotations?.[ANNOTATION] === nodeId,
          );
          if (exact.length > 1) {
            throw new ConflictError(
              'User lookup resulted in multiple exact matches',
            );
          }
          if (exact.length === 1) {
            return context.signInWithCatalogUser({
              entityRef: stringifyEntityRef(exact[0]),
            });
          }
          if (items.length > 0) {
            throw new Error(`GitHub user ID does not match the catalog user`);
          }
          if (!resolverOptions.dangerouslyAllowSignInWithoutUserInCatalog) {
            throw new NotFoundError('User not found');
          }
          const userEntityRef = stringifyEntityRef({
            kind: 'User',
            namespace: 'default',
            name: nodeId,
          });
          return context.issueToken({
            claims: { sub: userEntityRef, ent: [userEntityRef] },
          });
        };
      },
    }),
  };
}
