import { timingSafeEqual } from 'node:crypto';
import type { Sandbox } from '../../core/Sandbox';
import { signLink } from './createLinkToken';

/** Whether a token from an address opens `subject` now. */
export function isLinkToken(options: {
  sandbox: Sandbox;
  subject: string;
  token: string | null | undefined;
}): boolean {
  const { sandbox, subject, token } = options;
  const [time, signature] = (token ?? '').split('.');
  const until = Number.parseInt(time, 36);
  if (!signature || !(until * 1000 > sandbox.clock.now().getTime())) {
    return false;
  }
  const given = Buffer.from(signature);
  const right = Buffer.from(signLink({ sandbox, subject, until }));
  return given.length === right.length && timingSafeEqual(given, right);
}
