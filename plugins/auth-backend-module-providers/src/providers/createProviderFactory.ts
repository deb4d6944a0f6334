import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  type AuthProviderFactory,
  createOAuthRouteHandlers,
  OAuthEnvironmentHandler,
} from '@backstage/plugin-auth-node';
import {
  coalesceRefresh,
  type Sessions,
  type SignInFailuresService,
} from '@callboard/plugin-access-node';
import { explainedAuthenticator } from '../failures/explainedAuthenticator';
import { createFailureReporter } from '../failures/FailureReporter';
import { explainedSignInResolver } from '../resolvers/explainedSignInResolver';
import { readResolvers } from '../resolvers/readResolvers';
import { guardedRoutes } from '../routes/guardedRoutes';
import type { SignInProvider } from './SignInProvider';

/** The routes of a provider: stock's, with failures that are explained. */
export function createProviderFactory<TProfile>(options: {
  provider: SignInProvider<TProfile>;
  failures: SignInFailuresService;
  logger: LoggerService;
  /** Has refresh tokens used once, where sessions are kept; absent in a backend without the plugin `access`. */
  sessions?: Sessions;
}): AuthProviderFactory {
  const { provider, failures, logger, sessions } = options;
  const { id, title } = provider;
  const reporter = createFailureReporter({ provider: id, title, failures });
  const authenticator = sessions
    ? coalesceRefresh({
        authenticator: provider.authenticator,
        providerId: id,
        store: async () => (await sessions.store()).refreshes,
      })
    : provider.authenticator;

  return factoryOptions =>
    OAuthEnvironmentHandler.mapConfig(factoryOptions.config, config => {
      provider.check?.(config);
      const refreshed = new WeakSet<object>();
      const resolvers = readResolvers<TProfile>({
        config,
        provider: id,
        factories: provider.resolvers(config),
        defaults: provider.defaults,
      });
      const routes = createOAuthRouteHandlers<TProfile>({
        ...factoryOptions,
        config,
        authenticator: explainedAuthenticator({
          authenticator,
          reporter,
          refreshed,
        }),
        ...(resolvers.length > 0 && {
          signInResolver: explainedSignInResolver({
            ...{ provider, config, resolvers, reporter, refreshed, logger },
          }),
        }),
      });
      return guardedRoutes({ ...factoryOptions, routes, reporter });
    });
}
