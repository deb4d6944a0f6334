import type { Viewer } from '../access';
import type { LoggedRequest } from '../core/requests/RequestLog';

/** What the server's handlers share about one request. */
export interface Env {
  Variables: {
    /** Filled in on the way; written to the log when the answer is out. */
    entry: Partial<LoggedRequest>;
    /** Set once the credential has been read. */
    viewer?: Viewer;
    /** Whether the request used the layout of an Enterprise Server, `/api/v3`. */
    enterprise: boolean;
  };
}
