/** What is used of a request in the sandbox's log. */
export interface LoggedRequest {
  id: number;
  /** ISO text. */
  at: string;
  path: string;
  route?: string;
  /** Of the answer's body. */
  bytes: number;
}
