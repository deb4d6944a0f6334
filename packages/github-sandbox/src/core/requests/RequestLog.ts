/** One request, as the log keeps it. Never a secret: credentials are described. */
export interface LoggedRequest {
  id: number;
  at: string;
  method: string;
  /** With the query, without secrets in it. */
  path: string;
  /** `GET /repos/{owner}/{repo}`, `POST /graphql`, `git-upload-pack`, `page`; undefined: nothing here answers it. */
  route: string | undefined;
  /** `installation 12 of app callboard (…a1b2c3d4)`, `classic token of user mara (…)`, `none`, `unknown token`. */
  credential: {
    kind: string;
    login?: string;
    appSlug?: string;
    installationId?: number;
    tail?: string;
  };
  status: number;
  durationMs: number;
  /** Bytes of the answer's body, before compression. */
  bytes: number;
  userAgent: string | undefined;
  /** Of GraphQL requests: the query's text, its operation's name, and the fields (`Type.field`) that nothing here resolves. */
  graphql?: {
    query: string;
    operationName?: string;
    errors: number;
    notCovered?: string[];
  };
  notModified: boolean;
}

/** The requests so far, bounded. */
export interface RequestLog {
  add(request: Omit<LoggedRequest, 'id'>): void;
  all(): LoggedRequest[];
  clear(): void;
  /** How many there were since the start or the last `clear`, also those that the bounded list has forgotten. */
  count(): number;
}
