/** Addresses as answers carry them. */
export interface Urls {
  /** `http://localhost:7008` */
  html: string;
  /** `http://localhost:7008/api/v3` or, for the layout of github.com, `http://localhost:7008` */
  api: string;
  graphql: string;
  /** `http://localhost:7008/raw` */
  raw: string;
  /** Whether this is the layout of an Enterprise Server. */
  enterprise: boolean;
}

export function createUrls(options: {
  baseUrl: string;
  enterprise: boolean;
}): Urls {
  const { baseUrl, enterprise } = options;
  return {
    html: baseUrl,
    api: enterprise ? `${baseUrl}/api/v3` : baseUrl,
    graphql: enterprise ? `${baseUrl}/api/graphql` : `${baseUrl}/graphql`,
    raw: `${baseUrl}/raw`,
    enterprise,
  };
}
