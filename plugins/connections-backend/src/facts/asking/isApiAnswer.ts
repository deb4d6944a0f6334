/**
 * Whether an answer can be one of GitHub's API, which sends JSON. A page with status 200 comes from a proxy that wants people to sign in, or
 * from a wrong `apiBaseUrl`.
 */
export function isApiAnswer(answer: {
  status: number;
  data: unknown;
}): boolean {
  const { status, data } = answer;
  // 204 has no body.
  return status === 204 || (typeof data === 'object' && data !== null);
}
