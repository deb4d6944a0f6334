import { createHmac, timingSafeEqual } from 'node:crypto';
import type { WebhookSecret } from './webhookSecrets';

/**
 * The secrets that a body was signed with. Every secret is tried and compared in constant time, whether one before it has matched or not, so
 * that the time taken says nothing. https://docs.github.com/webhooks/using-webhooks/validating-webhook-deliveries
 */
export function matchingSecrets(options: {
  secrets: WebhookSecret[];
  body: Buffer;
  /** `sha256=` and 64 hexadecimal digits. */
  signature: string;
}): WebhookSecret[] {
  const { secrets, body, signature } = options;
  const given = Buffer.from(signature.slice('sha256='.length), 'hex');
  return secrets.filter(({ secret }) => {
    const right = createHmac('sha256', secret).update(body).digest();
    return given.length === right.length && timingSafeEqual(given, right);
  });
}

/** Whether it has the form of a SHA-256 signature; SHA-1 is not taken. */
export function isSignature(value: unknown): value is string {
  return typeof value === 'string' && /^sha256=[0-9a-f]{64}$/i.test(value);
}
