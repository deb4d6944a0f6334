import { NotFoundError } from '@backstage/errors';
import type {
  GithubCredentials,
  GithubHost,
} from '@callboard/plugin-github-node';

/** A configured GitHub by its host. Throws a `NotFoundError` that names those there are. */
export function hostNamed(options: {
  host: string;
  credentials: GithubCredentials;
}): GithubHost {
  const { host, credentials } = options;
  const hosts = credentials.hosts();
  const name = host.trim().toLowerCase();
  const found = hosts.find(known => known.host.toLowerCase() === name);
  if (!found) {
    throw new NotFoundError(
      `The portal is connected to no GitHub named '${host}'. It knows ${
        hosts.map(known => known.host).join(', ') || 'none'
      }; add another under integrations.github.`,
    );
  }
  return found;
}
