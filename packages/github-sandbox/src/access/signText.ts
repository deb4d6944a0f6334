import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Sandbox } from '../core/Sandbox';

/** A text with a signature of this sandbox, as one base64url word. `purpose` keeps what is signed for one thing from being used for another. */
export function signText(options: {
  sandbox: Sandbox;
  purpose: string;
  text: string;
}): string {
  return `${Buffer.from(options.text).toString('base64url')}.${mac(
    options,
  ).toString('base64url')}`;
}

/** The text, or undefined where the signature is not this sandbox's for this purpose. */
export function verifyText(options: {
  sandbox: Sandbox;
  purpose: string;
  signed: string;
}): string | undefined {
  const { sandbox, purpose, signed } = options;
  const [encoded, signature = ''] = signed.split('.');
  const text = Buffer.from(encoded, 'base64url').toString();
  const expected = mac({ sandbox, purpose, text });
  const given = Buffer.from(signature, 'base64url');
  return given.length === expected.length && timingSafeEqual(given, expected)
    ? text
    : undefined;
}

function mac(options: {
  sandbox: Sandbox;
  purpose: string;
  text: string;
}): Buffer {
  const { sandbox, purpose, text } = options;
  return createHmac('sha256', keyOf(sandbox))
    .update(`${purpose}\0${text}`)
    .digest();
}

/** One key for each sandbox, kept with the state: whom a browser was told to be it still is after a restart. */
function keyOf(sandbox: Sandbox): Buffer {
  const [known] = sandbox.state.signingKeys.all();
  const key =
    known ??
    sandbox.state.signingKeys.insert({
      id: sandbox.nextId(),
      secret: randomBytes(32).toString('base64'),
    });
  return Buffer.from(key.secret, 'base64');
}
