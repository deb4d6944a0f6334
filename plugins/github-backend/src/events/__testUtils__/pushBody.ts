import { createHmac, randomUUID } from 'node:crypto';

/** A push to `acme/shop` as GitHub sends it, as far as it is read here. */
export function pushBody(options: {
  webUrl: string;
  pushedAt: Date;
  repository?: string;
  after?: string;
  modified?: string[];
  more?: object;
}) {
  const {
    webUrl,
    pushedAt,
    repository = 'shop',
    after = 'b'.repeat(40),
    modified = ['catalog-info.yaml'],
    more,
  } = options;
  return {
    ref: 'refs/heads/main',
    before: 'a'.repeat(40),
    after,
    created: false,
    deleted: false,
    forced: false,
    commits: [
      {
        id: after,
        url: `${webUrl}/acme/${repository}/commit/${after}`,
        added: [],
        removed: [],
        modified,
      },
    ],
    repository: {
      id: 1,
      node_id: `R_${repository}`,
      name: repository,
      full_name: `acme/${repository}`,
      html_url: `${webUrl}/acme/${repository}`,
      owner: { login: 'acme', html_url: `${webUrl}/acme` },
      default_branch: 'main',
      pushed_at: Math.floor(pushedAt.getTime() / 1000),
    },
    organization: { login: 'acme' },
    sender: { login: 'mel', html_url: `${webUrl}/mel` },
    ...more,
  };
}

/** Sends a body to the webhook. */
export async function sendWebhook(options: {
  address: string;
  body: string | Buffer;
  secret?: string;
  event?: string;
  deliveryId?: string;
  /** Instead of what a sender would send. */
  headers?: Record<string, string | undefined>;
}) {
  const {
    address,
    body,
    secret = '',
    event = 'push',
    deliveryId = randomUUID(),
  } = options;
  const headers = {
    'content-type': 'application/json',
    'x-github-event': event,
    'x-github-delivery': deliveryId,
    'x-hub-signature-256': `sha256=${createHmac('sha256', secret)
      .update(body)
      .digest('hex')}`,
    ...options.headers,
  };
  const response = await fetch(address, {
    method: 'POST',
    body: body as BodyInit,
    headers: Object.entries(headers).filter(
      (header): header is [string, string] => header[1] !== undefined,
    ),
  });
  const text = await response.text();
  return { status: response.status, text };
}
