import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  AuthenticationError,
  InputError,
  NotFoundError,
} from '@backstage/errors';
import {
  type AuthProviderRouteHandlers,
  type AuthResolverContext,
  prepareBackstageIdentityResponse,
  type SignInResolver,
} from '@backstage/plugin-auth-node';
import type { Request, Response } from 'express';
import {
  kindOfResolverError,
  type SignInFailuresService,
} from '@callboard/plugin-access-node';
import type { AttemptLimit } from './AttemptLimit';
import type { LdapDirectory, LdapUser } from './LdapDirectory';
import type { LdapSessionCookie } from './LdapSessionCookie';
import { NoUserError } from './NoUserError';
import { personOf } from './personOf';

/**
 * The routes of the provider. `POST refresh` with a user name and password signs in, without them it goes on with the session that the
 * cookie holds. There is no redirect, so the other routes answer that this provider has none.
 */
export function createLdapRoutes(options: {
  logger: LoggerService;
  directory: LdapDirectory;
  attempts: AttemptLimit;
  cookie: LdapSessionCookie;
  signInResolver: SignInResolver<LdapUser>;
  resolverContext: AuthResolverContext;
  failures: Pick<SignInFailuresService, 'record'>;
}): AuthProviderRouteHandlers {
  const { logger, directory, attempts, cookie, failures } = options;

  const resolve = async (user: LdapUser) => {
    const { displayName, email } = user;
    const profile = { displayName, email };
    try {
      const result = await options.signInResolver(
        { profile, result: user },
        options.resolverContext,
      );
      return {
        profile,
        backstageIdentity: prepareBackstageIdentityResponse(result),
      };
    } catch (error) {
      if (error instanceof NotFoundError) {
        logger.info(`The catalog has no user for ${user.dn}`);
      }
      throw error;
    }
  };
  /** The password was right, so that the person may learn that the catalog is what is missing. */
  const reported = (failed: { error: Error; user: LdapUser }) => {
    const { error, user } = failed;
    const isUnknown = error instanceof NoUserError;
    const { reference } = failures.record({
      provider: 'ldap',
      kind: isUnknown ? 'no-user' : kindOfResolverError(error),
      person: personOf(user),
      attempts: isUnknown ? error.attempts : [],
      ...(!isUnknown && { detail: error.message }),
    });
    return isUnknown
      ? new NotFoundError(
          `User name and password are right, but this portal's catalog does not know you yet. It reads the directory from time to time: try again later. If it stays so, tell whoever runs this portal the reference ${reference}.`,
        )
      : error;
  };
  const signIn = async (credentials: {
    username: string;
    password: string;
  }) => {
    const since = Date.now();
    attempts.begin(credentials.username);
    const user = await directory.verify(credentials);
    attempts.succeed(credentials.username);
    try {
      return { since, user, ...(await resolve(user)) };
    } catch (error) {
      throw reported({ error: error as Error, user });
    }
  };
  const goOn = async (request: Request) => {
    const session = await cookie.read(request);
    const user = session && (await directory.find(session.username));
    if (!session || !user) {
      throw new AuthenticationError('There is no session to go on with');
    }
    const resolved = await resolve(user);
    // The user name may have passed to somebody else.
    if (
      resolved.backstageIdentity.identity.userEntityRef !==
      session.userEntityRef
    ) {
      throw new AuthenticationError('The session belongs to somebody else');
    }
    return { since: session.since, user, ...resolved };
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
      refuseForms(request);
      const credentials = credentialsOf(request.body);
      try {
        const { since, user, profile, backstageIdentity } = credentials
          ? await signIn(credentials)
          : await goOn(request);
        await cookie.set({
          response,
          identity: backstageIdentity.identity,
          username: user.username,
          since,
        });
        response.json({ providerInfo: {}, profile, backstageIdentity });
      } catch (error) {
        // A directory that does not answer ends no session.
        if (error instanceof AuthenticationError) {
          cookie.clear(response);
        }
        throw error;
      }
    },
    async logout(request: Request, response: Response) {
      refuseForms(request);
      cookie.clear(response);
      response.status(200).end();
    },
  };
}

/**
 * A form on another site can post here, and its answer's cookie would be kept: whoever looks at that site would be signed in as
 * somebody else, or out. What only a script can send, and from another site only with leave, no form can.
 */
function refuseForms(request: Request) {
  if (!request.is('application/json') && !request.get('x-requested-with')) {
    throw new AuthenticationError(
      'Send JSON, or the header X-Requested-With: XMLHttpRequest',
    );
  }
}

function credentialsOf(body: unknown) {
  const { username, password } = (body ?? {}) as Record<string, unknown>;
  if (username === undefined && password === undefined) {
    return undefined;
  }
  if (typeof username !== 'string' || typeof password !== 'string') {
    throw new InputError('username and password must both be text');
  }
  return { username: username.trim(), password };
}
