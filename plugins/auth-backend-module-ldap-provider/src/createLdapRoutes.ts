import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { AuthenticationError, InputError } from '@backstage/errors';
import {
  type AuthProviderRouteHandlers,
  type AuthResolverContext,
  prepareBackstageIdentityResponse,
  type ProfileInfo,
  type SignInResolver,
} from '@backstage/plugin-auth-node';
import type { CookieOptions, Request, Response } from 'express';
import type { LdapDirectory, LdapUser } from './LdapDirectory';
import { readSession, sessionCookie } from './sessionCookie';

/**
 * The routes of the provider. `POST refresh` with a user name and password signs in, without them it goes on with the session that the
 * cookie holds. There is no redirect, so the other routes answer that this provider has none.
 */
export function createLdapRoutes(options: {
  auth: AuthService;
  logger: LoggerService;
  directory: LdapDirectory;
  signInResolver: SignInResolver<LdapUser>;
  resolverContext: AuthResolverContext;
  isSecure: boolean;
}): AuthProviderRouteHandlers {
  const { auth, logger, directory, signInResolver, resolverContext, isSecure } =
    options;
  const cookie: CookieOptions = {
    httpOnly: true,
    sameSite: 'strict',
    secure: isSecure,
    path: '/api/auth/ldap',
  };

  const signIn = async (user: LdapUser) => {
    const profile = profileOf(user);
    const result = await signInResolver(
      { profile, result: user },
      resolverContext,
    );
    return {
      user,
      profile,
      token: result.token,
      backstageIdentity: prepareBackstageIdentityResponse(result),
    };
  };
  const goOn = async (request: Request) => {
    const session = await readSession({ request, auth });
    const user = session && (await directory.find(session.username));
    if (!session || !user) {
      throw new AuthenticationError('There is no session to go on with');
    }
    const signedIn = await signIn(user);
    // The cookie's user name is not signed; its token is, and says for whom the session was.
    if (
      signedIn.backstageIdentity.identity.userEntityRef !==
      session.userEntityRef
    ) {
      throw new AuthenticationError('The session belongs to somebody else');
    }
    return signedIn;
  };
  const noRedirect = async () => {
    throw new InputError(
      'Sign-in with LDAP has no redirect: send user name and password to /refresh',
    );
  };

  return {
    start: noRedirect,
    frameHandler: noRedirect,
    async refresh(request: Request, response: Response) {
      if (request.method !== 'POST') {
        throw new InputError('Use POST');
      }
      try {
        const { username, password } = request.body ?? {};
        const { user, profile, token, backstageIdentity } =
          typeof username === 'string' && typeof password === 'string'
            ? await signIn(
                await directory.verify({ username: username.trim(), password }),
              )
            : await goOn(request);
        const { name, value, maxAge } = sessionCookie({
          token,
          username: user.username,
        });
        response.cookie(name, value, { ...cookie, maxAge });
        response.json({ providerInfo: {}, profile, backstageIdentity });
      } catch (error) {
        response.clearCookie(sessionCookie.cookieName, cookie);
        if (!(error instanceof AuthenticationError)) {
          logger.warn('A sign-in with LDAP failed', error as Error);
        }
        throw error;
      }
    },
    async logout(_request: Request, response: Response) {
      response.clearCookie(sessionCookie.cookieName, cookie);
      response.status(200).end();
    },
  };
}

function profileOf({ entry }: LdapUser): ProfileInfo {
  const text = (name: string) => {
    const [first] = [entry[name] ?? []].flat();
    return first === undefined ? undefined : String(first);
  };
  return {
    displayName: text('displayName') ?? text('cn'),
    email: text('mail'),
  };
}
