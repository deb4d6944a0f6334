/**
 * `GET /api/access/administrator`: whether the portal still waits for its first administrator.
 * `open`: it does; `taken`: it has one; `yours`: the asking person is one; `guest`: a guest can never be one.
 */
export interface AdministratorState {
  state: 'open' | 'taken' | 'yours' | 'guest';
}

/** `POST /api/access/administrator`: what became of a link. `invalid`: it is another one, or was used, or there is a newer one. */
export interface AdministratorOutcome {
  outcome: 'done' | 'invalid' | 'expired' | 'taken';
}
