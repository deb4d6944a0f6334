import type { Client } from '../../access/findClient';
import type { Sandbox } from '../../core/Sandbox';
import type { OAuthError } from '../authorize/oauthErrors';
import type { IssuedToken } from './issueUserToken';

/** A request for a token, of a client that is known. */
export interface TokenRequest {
  sandbox: Sandbox;
  client: Client;
  parameters: URLSearchParams;
}

export type TokenOutcome =
  | { outcome: 'issued'; answer: IssuedToken }
  /** Answered with status 200 all the same. */
  | { outcome: 'refused'; error: OAuthError & { interval?: number } };
