import type { GithubService } from '@callboard/plugin-github-node';
import { LRUCache } from 'lru-cache';

const KNOWN_MS = 60 * 60_000;

/** The events that an App tells of, by the installation that serves an owner; none of a token. Never throws. */
export type Subscribed = (options: {
  host: string;
  /** Of a repository or the owner. */
  url: string;
  owner: string;
}) => Promise<string[]>;

/** See `Subscribed`: one request for each owner and hour, and only of who asks GitHub something else anyway. */
export function createSubscribed(options: {
  github: GithubService;
}): Subscribed {
  const { github } = options;
  const known = new LRUCache<string, Promise<string[]>>({
    max: 500,
    ttl: KNOWN_MS,
  });

  async function find(url: string): Promise<string[]> {
    const { steps } = await github.credentials.explain({ url });
    const used = steps.find(({ verdict }) => verdict === 'used');
    if (used?.kind !== 'app' || !used.installationId) return [];
    const client = await github.client({
      ...{ url, retries: 0 },
      as: { app: used.credentialId },
    });
    const { data } = await client.request(
      'GET /app/installations/{installation_id}',
      { installation_id: used.installationId },
    );
    return data.suspended_at ? [] : data.events;
  }

  return async ({ host, url, owner }) => {
    const key = `${host}/${owner.toLowerCase()}`;
    const found = known.get(key) ?? find(url).catch(() => []);
    known.set(key, found, { noUpdateTTL: true });
    return found;
  };
}
