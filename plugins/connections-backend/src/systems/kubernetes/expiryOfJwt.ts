/** When a JSON Web Token says that it ends, ISO 8601; undefined for one that never ends, and for what is none. It verifies nothing. */
export function expiryOfJwt(token: string): string | undefined {
  try {
    const [, payload] = token.split('.');
    const { exp } = JSON.parse(
      Buffer.from(payload, 'base64url').toString('utf8'),
    );
    return typeof exp === 'number'
      ? new Date(exp * 1000).toISOString()
      : undefined;
  } catch {
    return undefined;
  }
}
