import { issueToken } from '../../access/issueToken';
import { includesLevel } from '../../access/rights/includesLevel';
import { isoSeconds } from '../../core/isoSeconds';
import type { Sandbox } from '../../core/Sandbox';
import type {
  Installation,
  Permissions,
  Repository,
  Token,
} from '../../core/state';
import { coveredRepositories } from './coveredRepositories';

const VALID_MS = 60 * 60 * 1000;

export type CreatedInstallationToken =
  | {
      outcome: 'created';
      secret: string;
      token: Token;
      /** Those that the token was restricted to; undefined: all of the installation. */
      repositories: Repository[] | undefined;
    }
  | { outcome: 'suspended' }
  | { outcome: 'permissionNotGranted' }
  | { outcome: 'repositoryNotCovered' };

/**
 * A token for an installation, for an hour by sandbox time, restricted to some repositories and permissions where that is wished.
 * https://docs.github.com/rest/apps/apps#create-an-installation-access-token-for-an-app
 */
export function createInstallationToken(options: {
  sandbox: Sandbox;
  installation: Installation;
  /** Names without their owner. */
  repositoryNames?: string[];
  repositoryIds?: number[];
  permissions?: Permissions;
}): CreatedInstallationToken {
  const { sandbox, installation, repositoryNames, repositoryIds, permissions } =
    options;
  if (installation.suspendedAt) return { outcome: 'suspended' };

  const isGranted = Object.entries(permissions ?? {}).every(([name, level]) =>
    includesLevel({
      granted: installation.permissions,
      needed: { name, level },
    }),
  );
  if (!isGranted) return { outcome: 'permissionNotGranted' };

  const isRestricted = Boolean(repositoryNames ?? repositoryIds);
  const covered = coveredRepositories({ sandbox, installation });
  const wanted = [
    ...(repositoryNames ?? []).map(name =>
      covered.find(
        repository => repository.name.toLowerCase() === name.toLowerCase(),
      ),
    ),
    ...(repositoryIds ?? []).map(id =>
      covered.find(repository => repository.id === id),
    ),
  ];
  const repositories = [...new Set(wanted)].filter(
    repository => repository !== undefined,
  );
  if (isRestricted && (wanted.length === 0 || wanted.includes(undefined))) {
    return { outcome: 'repositoryNotCovered' };
  }

  const { secret, token } = issueToken({
    sandbox,
    kind: 'installation',
    values: {
      installationId: installation.id,
      permissions: permissions
        ? { ...permissions, metadata: 'read' }
        : { ...installation.permissions },
      repositoryIds: isRestricted ? repositories.map(({ id }) => id) : null,
      expiresAt: isoSeconds(new Date(sandbox.clock.now().getTime() + VALID_MS)),
    },
  });
  return {
    outcome: 'created',
    secret,
    token,
    repositories: isRestricted ? repositories : undefined,
  };
}
