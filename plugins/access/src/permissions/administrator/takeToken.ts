/** The token behind `#token=` of the address, which the browser sends to no server. */
export function takeToken(hash: string): string | undefined {
  const token = new URLSearchParams(hash.replace(/^#/, '')).get('token');
  return token || undefined;
}
