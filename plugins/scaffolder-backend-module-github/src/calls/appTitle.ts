import type { GithubService } from '@callboard/plugin-github-node';

type Parts = Pick<GithubService, 'client' | 'credentials' | 'stored'>;

/** Whoever waits for a repository does not wait long for a name. */
const TIMEOUT_MS = 3_000;

/** What GitHub said, by credential. An App that is renamed is called so after the next start. */
const names = new WeakMap<Parts['credentials'], Map<string, string>>();

/**
 * How people call an App: `Callboard (App 1)`, or as the configuration calls it. Asks GitHub once for an App that was not made from the
 * portal. Where nobody tells, `App 1`. Never throws.
 */
export async function appTitle(options: {
  github: Parts;
  /** Of an owner or a repository, for its host. */
  url: string;
  credentialId: string;
  /** What the configuration calls it, else `App 1`. */
  title: string;
}): Promise<string> {
  const { github, url, credentialId, title } = options;
  const host = github.credentials.hostOf(url);
  const app = host?.credentials.find(({ id }) => id === credentialId);
  if (!host || app?.kind !== 'app' || title !== `App ${app.appId}`) {
    return title;
  }
  const stored = github.stored
    .list()
    .find(
      each =>
        each.kind === 'app' &&
        each.appId === app.appId &&
        each.host.toLowerCase() === host.host.toLowerCase(),
    );
  const name =
    stored?.kind === 'app'
      ? stored.name
      : await askName({ ...options, github });
  return name ? `${name} (${title})` : title;
}

async function askName(options: {
  github: Parts;
  url: string;
  credentialId: string;
}): Promise<string | undefined> {
  const { github, url, credentialId } = options;
  const known = names.get(github.credentials) ?? new Map<string, string>();
  names.set(github.credentials, known);
  if (!known.has(credentialId)) {
    try {
      const client = await github.client({
        url,
        as: { app: credentialId },
        signal: AbortSignal.timeout(TIMEOUT_MS),
        priority: 'person',
        retries: 0,
      });
      const { data } = await client.request('GET /app');
      if (data?.name) known.set(credentialId, data.name);
    } catch {
      // The step itself tells what is wrong with the credential; the next one asks again.
    }
  }
  return known.get(credentialId);
}
