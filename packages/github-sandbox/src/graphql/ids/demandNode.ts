import type { Organisation, Repository } from '../../core/state';
import type { Access } from '../../http/Route';
import type { GraphqlContext } from '../GraphqlContext';
import { demandPermission } from '../rights/demandPermission';
import { samlProblem } from '../rights/samlProblem';

/** The permission that reading an object of each type needs, in GitHub's names. What is not here needs `metadata`, which everybody has. */
const PERMISSIONS: Record<string, string> = {
  Blob: 'contents',
  CheckRun: 'checks',
  CheckSuite: 'checks',
  Commit: 'contents',
  Deployment: 'deployments',
  Issue: 'issues',
  IssueComment: 'issues',
  Label: 'issues',
  Milestone: 'issues',
  PullRequest: 'pull_requests',
  PullRequestReview: 'pull_requests',
  PullRequestReviewComment: 'pull_requests',
  Ref: 'contents',
  Release: 'contents',
  RepositoryVulnerabilityAlert: 'vulnerability_alerts',
  StatusCheckRollup: 'checks',
  StatusContext: 'statuses',
  Tag: 'contents',
  Tree: 'contents',
  Workflow: 'actions',
  WorkflowRun: 'actions',
};

/** Throws unless the viewer may read an object that was asked for by its id, as if it had been asked for in its place. */
export function demandNode(options: {
  context: GraphqlContext;
  type: string;
  repository?: Repository;
  organisation?: Organisation;
}): void {
  const { context, type, repository, organisation } = options;
  if (organisation) {
    const problem = samlProblem({ context, organisation });
    if (problem) throw problem;
    if (type === 'Team') {
      const access: Access = { permission: { name: 'members', level: 'read' } };
      demandPermission({ context, access, organisation });
    }
  }
  if (!repository) return;
  demandPermission({
    context,
    access: {
      permission: { name: PERMISSIONS[type] ?? 'metadata', level: 'read' },
      ...(type === 'RepositoryVulnerabilityAlert' &&
        context.viewer.kind === 'user' && { role: 'push' }),
    },
    repository,
  });
}
