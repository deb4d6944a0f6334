import type { StandInRequest } from './startStandIn';

/** Whether a request carries this user name and password. */
export function isBasic(
  { headers }: StandInRequest,
  username: string,
  password: string,
): boolean {
  const encoded = Buffer.from(`${username}:${password}`).toString('base64');
  return headers.authorization === `Basic ${encoded}`;
}
