import { installationCovers } from '../../access/installationCovers';
import type { Sandbox } from '../../core/Sandbox';
import type { Installation, Repository } from '../../core/state';

/** The repositories that an installation was given, by number. */
export function coveredRepositories(options: {
  sandbox: Sandbox;
  installation: Installation;
}): Repository[] {
  const { sandbox, installation } = options;
  return sandbox.state.repositories
    .by('owner', installation.accountId)
    .filter(repository => installationCovers({ installation, repository }))
    .sort((a, b) => a.id - b.id);
}
