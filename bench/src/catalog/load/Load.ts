/** What a load client does. */
export interface Load {
  url: string;
  token: string;
  connections: number;
  seconds: number;
  /** An answer that takes longer is given up and does not count. */
  patienceMs: number;
}
