import type { oidcAuthenticator } from '@backstage/plugin-auth-backend-module-oidc-provider';
import {
  createOAuthAuthenticator,
  type OAuthAuthenticator,
} from '@backstage/plugin-auth-node';

type Stock = typeof oidcAuthenticator;
type Profile = Stock extends OAuthAuthenticator<any, infer Found>
  ? Found
  : never;

/**
 * Stock asks for the metadata of the identity provider once, while the portal starts. If the provider does not answer then, every sign-in
 * fails until a restart. With this, the next sign-in after a failure asks again.
 */
export function discoverAgain(stock: Stock) {
  return createOAuthAuthenticator<{ current(): any }, Profile>({
    ...(stock as OAuthAuthenticator<any, Profile>),
    initialize(input) {
      let context: ReturnType<Stock['initialize']> | undefined;
      const attempt = () => {
        const found = stock.initialize(input);
        found.promise.catch(() => {
          context = undefined;
        });
        context = found;
        return found;
      };
      attempt();
      return { current: () => context ?? attempt() };
    },
    start: (input, { current }) => stock.start(input, current()),
    authenticate: (input, { current }) => stock.authenticate(input, current()),
    refresh: (input, { current }) => stock.refresh(input, current()),
    logout: stock.logout
      ? (input, { current }) => stock.logout!(input, current())
      : undefined,
  });
}
