import type { Permissions } from '../../core/state';
import type { TokenPermissions } from '../engine';

/** What `permissions` in a workflow can name, by the names that Apps have for it. `id-token` is for OIDC and no permission of a token. */
const NAMES: Record<string, string> = {
  actions: 'actions',
  attestations: 'attestations',
  checks: 'checks',
  contents: 'contents',
  deployments: 'deployments',
  discussions: 'discussions',
  issues: 'issues',
  packages: 'packages',
  pages: 'pages',
  'pull-requests': 'pull_requests',
  'repository-projects': 'repository_projects',
  'security-events': 'security_events',
  statuses: 'statuses',
};

/**
 * What a job's `GITHUB_TOKEN` may do: as the file says, or else as the repository's default is; for a pull request from a fork at most
 * reading. https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#permissions
 */
export function tokenPermissions(options: {
  written: TokenPermissions | undefined;
  standard: 'read' | 'write';
  fromFork: boolean;
}): Permissions {
  const { written, standard, fromFork } = options;
  const granted = Object.entries(levels(written, standard)).map(
    ([name, level]) => [
      NAMES[name],
      fromFork && level === 'write' ? 'read' : level,
    ],
  );
  return { ...Object.fromEntries(granted), metadata: 'read' };
}

function levels(
  written: TokenPermissions | undefined,
  standard: 'read' | 'write',
): Record<string, 'read' | 'write'> {
  const all = (level: 'read' | 'write') =>
    Object.fromEntries(Object.keys(NAMES).map(name => [name, level]));
  if (written === undefined) {
    return standard === 'write'
      ? all('write')
      : { contents: 'read', packages: 'read' };
  }
  if (written === 'read-all') return all('read');
  if (written === 'write-all') return all('write');
  return Object.fromEntries(
    Object.entries(written).filter(
      (entry): entry is [string, 'read' | 'write'] =>
        entry[0] in NAMES && entry[1] !== 'none',
    ),
  );
}
