import type { Repository } from '../../../core/state';
import { isPullRequest } from '../../../pulls/PullRequest';
import type { PullRequest } from '../../../pulls/PullRequest';
import { connection } from '../../connections/connection';
import type { ConnectionArguments } from '../../connections/connection';
import type { GraphqlContext } from '../../GraphqlContext';
import { demandPermission } from '../../rights/demandPermission';
import { isReadable } from '../../rights/isReadable';
import { isVisible } from '../../rights/isVisible';
import { source } from '../../sources/source';
import { hasLabels } from './hasLabels';
import { issueOrder } from './issueOrder';

/** The arguments that lists of pull requests share. */
export interface PullArguments extends ConnectionArguments {
  states?: Array<'OPEN' | 'CLOSED' | 'MERGED'> | null;
  labels?: string[] | null;
  baseRefName?: string | null;
  headRefName?: string | null;
  orderBy?: { field: string; direction: 'ASC' | 'DESC' } | null;
}

/** The pull requests of a repository, or of all that the viewer may see, that fit the arguments. */
export function pullConnection(options: {
  /** Undefined: of all repositories. */
  repositoryId: number | undefined;
  args: PullArguments;
  context: GraphqlContext;
  accept?: (pull: PullRequest) => boolean;
}) {
  const { repositoryId, args, context, accept } = options;
  const { state } = context.sandbox;
  if (repositoryId !== undefined) {
    demandPermission({
      context,
      access: { permission: { name: 'pull_requests', level: 'read' } },
      repository: state.repositories.get(repositoryId),
    });
  }
  const all =
    repositoryId === undefined
      ? state.issues.all()
      : state.issues.by('repository', repositoryId);
  const rows = all
    .filter(isPullRequest)
    .filter(
      issue =>
        (accept?.(issue) ?? true) &&
        (!args.states || args.states.includes(pullState(issue))) &&
        (!args.baseRefName || issue.pull.base.ref === args.baseRefName) &&
        (!args.headRefName || issue.pull.head.ref === args.headRefName) &&
        hasLabels({ issue, names: args.labels, context }) &&
        (repositoryId !== undefined ||
          seen(state.repositories.get(issue.repositoryId), context)),
    );
  return connection({
    rows: issueOrder({ rows, orderBy: args.orderBy, context }),
    args,
    key: ({ id }) => id,
    node: source.issue,
  });
}

/** The schema's state of a pull request: merged ones are not `CLOSED`. */
export function pullState(issue: PullRequest): 'OPEN' | 'CLOSED' | 'MERGED' {
  if (issue.pull.mergedAt) return 'MERGED';
  return issue.state === 'open' ? 'OPEN' : 'CLOSED';
}

function seen(repository: Repository | undefined, context: GraphqlContext) {
  return (
    repository !== undefined &&
    isVisible({ context, repository }) &&
    isReadable({ context, repository, permission: 'pull_requests' })
  );
}
