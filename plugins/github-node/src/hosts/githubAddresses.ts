/** Where a GitHub answers, as its API's address says. */
export interface GithubAddresses {
  apiBaseUrl: string;
  graphqlUrl: string;
  webUrl: string;
  rawBaseUrl?: string;
}

/**
 * The addresses of a GitHub. By default those of github.com; of an enterprise with data residency for `SUBDOMAIN.ghe.com`; and of an
 * Enterprise Server for any other host.
 * https://docs.github.com/en/enterprise-server/rest/using-the-rest-api/getting-started-with-the-rest-api
 * https://docs.github.com/en/enterprise-cloud@latest/admin/data-residency/network-details-for-ghecom
 */
export function githubAddresses(options: {
  host: string;
  apiBaseUrl?: string;
  rawBaseUrl?: string;
}): GithubAddresses {
  const { host } = options;
  const isCloud = host.toLowerCase() === 'github.com';
  const apiBaseUrl = withoutSlash(
    options.apiBaseUrl ||
      (isCloud || /\.ghe\.com$/i.test(host)
        ? `https://api.${host.toLowerCase()}`
        : `https://${host}/api/v3`),
  );
  const rawBaseUrl =
    options.rawBaseUrl ||
    (isCloud ? 'https://raw.githubusercontent.com' : undefined);
  const scheme = apiBaseUrl.startsWith('http:') ? 'http' : 'https';
  return {
    apiBaseUrl,
    graphqlUrl: apiBaseUrl.endsWith('/api/v3')
      ? apiBaseUrl.replace(/\/v3$/, '/graphql')
      : `${apiBaseUrl}/graphql`,
    webUrl: `${scheme}://${host}`,
    ...(rawBaseUrl && { rawBaseUrl: withoutSlash(rawBaseUrl) }),
  };
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '');
}
