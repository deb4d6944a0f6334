import type { AuthService } from '@backstage/backend-plugin-api';

/** Finds out with a plugin's `auth` service who a token belongs to; see `verifyPersonsWith`. */
export function createPersonVerifier(options: {
  auth: AuthService;
}): (token: string) => Promise<string | undefined> {
  const { auth } = options;
  return async token => {
    // Those that browsers send in a cookie are good for reading alone.
    const credentials = await auth.authenticate(token, {
      allowLimitedAccess: true,
    });
    return auth.isPrincipal(credentials, 'user')
      ? credentials.principal.userEntityRef
      : undefined;
  };
}
