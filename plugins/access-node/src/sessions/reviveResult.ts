/**
 * The result of a refresh as it was before it became JSON. All of it is plain data, but for the token set of OpenID Connect, which sign-in
 * resolvers ask for `claims()`.
 */
export function reviveResult(plain: any): any {
  const idToken = plain?.fullProfile?.tokenset?.id_token;
  if (typeof idToken !== 'string') return plain;
  const { tokenset } = plain.fullProfile;
  return {
    ...plain,
    fullProfile: {
      ...plain.fullProfile,
      tokenset: Object.assign(
        Object.create({ claims: () => claimsOf(idToken) }),
        tokenset,
      ),
    },
  };
}

function claimsOf(idToken: string) {
  return JSON.parse(
    Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString(),
  );
}
