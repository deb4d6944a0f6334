import { NotFoundError } from '@backstage/errors';
import type { Link, Surroundings } from './Link';

/** Throws `NotFoundError` for a host that is not configured. */
export function createLink(options: {
  host: string;
  owner: string;
  signal?: AbortSignal;
  surroundings: Surroundings;
}): Link {
  const { host, owner, signal, surroundings } = options;
  const { github, wallMs } = surroundings;
  const known = github.credentials.hosts().find(item => item.host === host);
  if (!known) {
    throw new NotFoundError(
      `No GitHub is configured for ${host}; add it below integrations.github`,
    );
  }
  const url = `${known.webUrl}/${encodeURIComponent(owner)}`;
  return {
    host,
    owner,
    signal,
    surroundings,
    graphql: () =>
      github.client({ url, signal, retries: 0, timeoutMs: wallMs }),
    rest: () => github.client({ url, signal }),
  };
}
