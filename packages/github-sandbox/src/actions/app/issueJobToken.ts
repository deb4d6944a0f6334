import { issueToken } from '../../access/issueToken';
import { accountById } from '../../core/names/accountById';
import { isoSeconds } from '../../core/isoSeconds';
import type { Sandbox } from '../../core/Sandbox';
import type { Permissions, Repository, Token } from '../../core/state';
import { actionsInstallation } from './actionsInstallation';

/** A token ends with its job; this is for one that does not end. https://docs.github.com/actions/concepts/security/github_token */
const LIFE_MS = 24 * 60 * 60 * 1000;

/** The `GITHUB_TOKEN` of a job: an installation token for the one repository. */
export function issueJobToken(options: {
  sandbox: Sandbox;
  repository: Repository;
  permissions: Permissions;
}): { secret: string; token: Token } {
  const { sandbox, repository, permissions } = options;
  const account = accountById({ sandbox, id: repository.ownerId })!;
  const installation = actionsInstallation({ sandbox, account });
  return issueToken({
    sandbox,
    kind: 'installation',
    values: {
      installationId: installation.id,
      permissions,
      repositoryIds: [repository.id],
      expiresAt: isoSeconds(new Date(sandbox.clock.now().getTime() + LIFE_MS)),
    },
  });
}
