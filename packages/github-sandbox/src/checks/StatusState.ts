/** How one check or status stands, as GraphQL's `StatusState`. */
export type StatusState =
  | 'SUCCESS'
  | 'PENDING'
  | 'FAILURE'
  | 'ERROR'
  | 'EXPECTED';
