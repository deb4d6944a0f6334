/**
 * A GitHub by the address at which people open it: `https://github.example.com`. Its API's address is taken as well. `apiBaseUrl` is only
 * there for `http:`, where it does not follow from the host.
 */
export function parseBaseUrl(
  text: string,
):
  | { outcome: 'valid'; host: string; apiBaseUrl?: string }
  | { outcome: 'invalid'; reason: string } {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    return {
      outcome: 'invalid',
      reason:
        'it is not an address; write it as https://github.example.com, as people open it in a browser',
    };
  }
  if (url.username || url.password) {
    return {
      outcome: 'invalid',
      reason: 'it holds a user name or password; credentials go to token',
    };
  }
  const path = url.pathname.replace(/\/+$/, '');
  if (!['', '/api/v3', '/api', '/api/graphql'].includes(path)) {
    return {
      outcome: 'invalid',
      reason: `it has the path ${path}; write the address of the server alone, the organisation goes to org`,
    };
  }
  const host = ['api.github.com', 'www.github.com'].includes(url.host)
    ? 'github.com'
    : url.host;
  return {
    outcome: 'valid',
    host,
    ...(url.protocol === 'http:' && { apiBaseUrl: `http://${host}/api/v3` }),
  };
}
