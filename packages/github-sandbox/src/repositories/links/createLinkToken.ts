import { createHmac } from 'node:crypto';
import type { Sandbox } from '../../core/Sandbox';
import { linkKey } from './linkKey';

/** How long an address with a token works. */
const LIFE_S = 5 * 60;

/** A token that stands in an address and lets whoever has the address read one thing for five minutes. `subject` says which thing. */
export function createLinkToken(options: {
  sandbox: Sandbox;
  subject: string;
}): string {
  const { sandbox, subject } = options;
  const until = Math.floor(sandbox.clock.now().getTime() / 1000) + LIFE_S;
  return `${until.toString(36)}.${signLink({ sandbox, subject, until })}`;
}

/** The signature of a token: over what it opens and until when. */
export function signLink(options: {
  sandbox: Sandbox;
  subject: string;
  until: number;
}): string {
  const { sandbox, subject, until } = options;
  return createHmac('sha256', linkKey(sandbox))
    .update(`${until} ${subject}`)
    .digest('base64url');
}
