/** The page on which the first administrator is made. The token stands behind `#`, so that no server and no log of requests gets it. */
export function administratorUrl(options: {
  /** The URL that people use, without a slash at the end. */
  baseUrl: string;
  token: string;
}): string {
  const { baseUrl, token } = options;
  return `${baseUrl.replace(/\/$/, '')}/access/administrator#token=${token}`;
}
