/** Query parameters whose values are credentials. */
const SECRET =
  /^(access_token|assertion|authorization_request|client_secret|code|code_verifier|device_code|jwt|password|refresh_token|secret|signature|token|user_code)$/i;

/** Path and query of an address for the log, with the values of credentials left out. */
export function withoutSecrets(url: URL): string {
  const query = new URLSearchParams(url.search);
  for (const name of [...query.keys()]) {
    if (SECRET.test(name)) query.set(name, '***');
  }
  const path = url.pathname.replace(/(\/app-manifests\/)[^/]+/, '$1***');
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}
