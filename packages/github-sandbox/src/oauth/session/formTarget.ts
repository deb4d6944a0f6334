/**
 * What a page's policy names, so that browsers let a form lead to an address by a redirect: its origin, or for a scheme of an
 * application's own (`myapp://callback`) the scheme.
 */
export function formTarget(address: string): string {
  const { protocol, origin } = new URL(address);
  return /^https?:$/.test(protocol) ? origin : protocol;
}
