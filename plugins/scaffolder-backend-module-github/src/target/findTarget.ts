import { InputError } from '@backstage/errors';
import { parseRepoUrl } from '@backstage/plugin-scaffolder-node';
import { aliasesOf } from '@callboard/plugin-github-node';
import type { ActionParts } from '../calls/ActionParts';
import type { RepositoryTarget } from '../calls/RepositoryTarget';

/** The repository that a `repoUrl` names. Throws `InputError`, with stock's words, for one that names none or an unknown host. */
export function findTarget(options: {
  parts: Pick<ActionParts, 'integrations' | 'github'>;
  repoUrl: string;
}): RepositoryTarget {
  const { parts, repoUrl } = options;
  const { host, owner, repo } = parseRepoUrl(repoUrl, parts.integrations);
  if (!owner) {
    throw new InputError('Invalid repository owner provided in repoUrl');
  }
  const { credentials } = parts.github;
  const known = credentials.hostOf(`https://${host}/${owner}`);
  if (!known) throw new InputError(`No integration for host ${host}`);
  const main = aliasesOf({ hosts: credentials.hosts() }).get(known.host);
  const { webUrl } =
    (main && credentials.hostOf(`https://${main}/${owner}`)) || known;
  return { host: known, owner, repo, url: `${webUrl}/${owner}/${repo}` };
}
