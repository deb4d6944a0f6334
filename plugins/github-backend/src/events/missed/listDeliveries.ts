import type { Octokit } from 'octokit';

/** A row of `GET /app/hook/deliveries`, https://docs.github.com/rest/apps/webhooks#list-deliveries-for-an-app-webhook */
export interface ListedDelivery {
  id: number;
  guid: string;
  deliveredAt: string;
  statusCode: number;
  event: string;
  action?: string;
  repositoryId?: number;
}

const PER_PAGE = 100;
const MOST_PAGES = 10;

/**
 * An App's deliveries since then, the newest first. Where there are too many of them, only those that failed, as far as GitHub can tell them
 * apart; `complete` is false where even of these there are too many.
 */
export async function listDeliveries(options: {
  client: Octokit;
  since: Date;
}): Promise<{ deliveries: ListedDelivery[]; complete: boolean }> {
  const all = await pages(options);
  if (all.complete) {
    return all;
  }
  const failed = await pages({ ...options, status: 'failure' });
  return {
    deliveries: [...all.deliveries, ...failed.deliveries],
    complete: failed.complete,
  };
}

async function pages(options: {
  client: Octokit;
  since: Date;
  status?: 'failure';
}): Promise<{ deliveries: ListedDelivery[]; complete: boolean }> {
  const { client, since, status } = options;
  const deliveries: ListedDelivery[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { data, headers } = await client.request('GET /app/hook/deliveries', {
      per_page: PER_PAGE,
      ...(status && { status }),
      ...(cursor && { cursor }),
    });
    const rows = data.map(toListed);
    const fresh = rows.filter(
      ({ deliveredAt }) => Date.parse(deliveredAt) >= since.getTime(),
    );
    deliveries.push(...fresh);
    cursor = nextCursor(headers.link);
    if (fresh.length < rows.length || !cursor) {
      return { deliveries, complete: true };
    }
  }
  return { deliveries, complete: false };
}

function nextCursor(link: string | undefined): string | undefined {
  const next = /<([^>]+)>;\s*rel="next"/.exec(link ?? '')?.[1];
  return next && URL.canParse(next)
    ? new URL(next).searchParams.get('cursor') ?? undefined
    : undefined;
}

function toListed(row: any): ListedDelivery {
  return {
    id: row.id,
    guid: String(row.guid),
    deliveredAt: String(row.delivered_at),
    statusCode: Number(row.status_code ?? 0),
    event: String(row.event),
    ...(row.action && { action: String(row.action) }),
    ...(row.repository_id && { repositoryId: Number(row.repository_id) }),
  };
}
