/** What code and an operator can tell of a failure, read out of whatever was thrown or written. */
export interface FailureFacts {
  /** Without a stack, masked as the trace of GitHub is; may be empty. */
  message: string;
  /** Of the error or of one that caused it: `NotAllowedError`. */
  names: string[];
  /** Of the answer that was refused. */
  status?: number;
  /** Of that answer, by a name in lower case. */
  header(name: string): string | undefined;
  /** Of Node or of a library: `ECONNREFUSED`. */
  codes: string[];
  /** The request that was refused, as `POST https://host/path`. */
  request?: string;
  stepId?: string;
  action?: string;
}
