/** The Backstage token in an answer of a way to sign in: in the JSON of a refresh, or in the page that a popup shows. Nothing in any other. */
export function readIssuedToken(body: string): string | undefined {
  if (!body.includes('backstageIdentity')) return undefined;
  const json = body.startsWith('{')
    ? body
    : decoded(body.match(/decodeURIComponent\('([^']*)'\)/)?.[1]);
  if (!json) return undefined;
  try {
    const answer = JSON.parse(json);
    const identity = (answer.response ?? answer).backstageIdentity;
    return typeof identity?.token === 'string' ? identity.token : undefined;
  } catch {
    return undefined;
  }
}

function decoded(text: string | undefined) {
  try {
    return text && decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
