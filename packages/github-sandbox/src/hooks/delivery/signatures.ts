import { createHmac } from 'node:crypto';

/** The signature headers of a delivery; none without a secret. https://docs.github.com/webhooks/using-webhooks/validating-webhook-deliveries */
export function signatures(options: {
  secret: string | null;
  body: string;
}): Record<string, string> {
  const { secret, body } = options;
  if (!secret) return {};
  const digest = (algorithm: string) =>
    createHmac(algorithm, secret).update(body).digest('hex');
  return {
    'X-Hub-Signature': `sha1=${digest('sha1')}`,
    'X-Hub-Signature-256': `sha256=${digest('sha256')}`,
  };
}
