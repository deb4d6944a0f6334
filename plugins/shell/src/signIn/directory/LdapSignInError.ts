const MESSAGES: Record<number, string> = {
  401: 'The user name or the password is wrong.',
  404: 'User name and password are right, but the catalog does not know you yet. It reads the directory from time to time: try again later.',
  429: 'Too many attempts. Wait a minute, then try again.',
  503: 'The portal cannot reach the directory at the moment. Try again, or tell whoever runs the portal.',
};

/** Why a sign-in with a directory failed, in words for the person who tried it. */
export class LdapSignInError extends Error {
  readonly status: number;

  constructor(options: { status: number; message: string }) {
    super(options.message);
    this.name = 'LdapSignInError';
    this.status = options.status;
  }

  static async fromResponse(response: Response): Promise<LdapSignInError> {
    const { status } = response;
    const reason = await response
      .json()
      .then(({ error }) => error?.message as string | undefined)
      .catch(() => undefined);
    return new LdapSignInError({
      status,
      message:
        // With a reference, which only the portal knows.
        (status === 404 && reason) ||
        MESSAGES[status] ||
        `Signing in failed: ${reason ?? `the portal answered ${status}`}`,
    });
  }
}
