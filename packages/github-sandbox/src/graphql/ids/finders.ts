import type { GraphqlContext } from '../GraphqlContext';
import { canWrite } from '../resolvers/conversations/commentFields';
import { isTeamVisible } from '../rights/isTeamVisible';
import { source } from '../sources/source';

/** An object, with the repository that decides who sees it. */
export interface FoundRecord {
  repositoryId?: number;
  organisationId?: number;
  node: object;
}

type Finder = (id: number, context: GraphqlContext) => FoundRecord | undefined;

function inTable<Row>(
  read: (context: GraphqlContext, id: number) => Row | undefined,
  node: (row: Row) => object,
  repositoryId?: (row: Row, context: GraphqlContext) => number | undefined,
): Finder {
  return (id, context) => {
    const row = read(context, id);
    return (
      row && { node: node(row), repositoryId: repositoryId?.(row, context) }
    );
  };
}

const ofIssue = (
  { issueId }: { issueId: number },
  { sandbox }: GraphqlContext,
) => sandbox.state.issues.get(issueId)?.repositoryId;
const own = (row: { repositoryId: number }) => row.repositoryId;

/** How objects with a number are found, by their type in the schema. */
export const finders: Record<string, Finder> = {
  User: inTable(
    ({ sandbox }, id) => sandbox.state.users.get(id),
    source.account,
  ),
  Bot: inTable(
    ({ sandbox }, id) => sandbox.state.users.get(id),
    source.account,
  ),
  Organization: (id, { sandbox }) => {
    const organisation = sandbox.state.organisations.get(id);
    return (
      organisation && { organisationId: id, node: source.account(organisation) }
    );
  },
  Team: (id, context) => {
    const team = context.sandbox.state.teams.get(id);
    return team && isTeamVisible({ context, team })
      ? { organisationId: team.organisationId, node: source.team(team) }
      : undefined;
  },
  Repository: inTable(
    ({ sandbox }, id) => sandbox.state.repositories.get(id),
    source.repository,
    ({ id }) => id,
  ),
  Issue: inTable(
    ({ sandbox }, id) => sandbox.state.issues.get(id),
    source.issue,
    own,
  ),
  PullRequest: inTable(
    ({ sandbox }, id) =>
      sandbox.state.issues.all().find(({ pull }) => pull?.id === id),
    source.issue,
    own,
  ),
  IssueComment: inTable(
    ({ sandbox }, id) => sandbox.state.comments.get(id),
    source.comment,
    ofIssue,
  ),
  PullRequestReview: inTable(
    ({ sandbox, viewer }, id) => {
      const review = sandbox.state.reviews.get(id);
      const isOwn =
        viewer.kind === 'user' && review?.authorId === viewer.user.id;
      return review?.state === 'PENDING' && !isOwn ? undefined : review;
    },
    source.review,
    ofIssue,
  ),
  PullRequestReviewComment: inTable(
    ({ sandbox }, id) => sandbox.state.reviewComments.get(id),
    source.reviewComment,
    ofIssue,
  ),
  Label: inTable(
    ({ sandbox }, id) => sandbox.state.labels.get(id),
    source.label,
    own,
  ),
  Milestone: inTable(
    ({ sandbox }, id) => sandbox.state.milestones.get(id),
    source.milestone,
    own,
  ),
  CheckRun: inTable(
    ({ sandbox }, id) => sandbox.state.checkRuns.get(id),
    source.checkRun,
    own,
  ),
  CheckSuite: inTable(
    ({ sandbox }, id) => sandbox.state.checkSuites.get(id),
    source.checkSuite,
    own,
  ),
  StatusContext: inTable(
    ({ sandbox }, id) => sandbox.state.statuses.get(id),
    source.statusContext,
    own,
  ),
  WorkflowRun: inTable(
    ({ sandbox }, id) => sandbox.state.workflowRuns.get(id),
    source.workflowRun,
    own,
  ),
  Workflow: inTable(
    ({ sandbox }, id) => sandbox.state.workflows.get(id),
    source.workflow,
    own,
  ),
  App: inTable(({ sandbox }, id) => sandbox.state.apps.get(id), source.app),
  Release: inTable(
    (context, id) => {
      const release = context.sandbox.state.releases.get(id);
      const isHidden =
        release?.draft &&
        !canWrite({ repositoryId: release.repositoryId, context });
      return isHidden ? undefined : release;
    },
    source.release,
    own,
  ),
  RepositoryVulnerabilityAlert: inTable(
    ({ sandbox }, id) => sandbox.state.alerts.get(id),
    source.alert,
    own,
  ),
  Deployment: inTable(
    ({ sandbox }, id) => sandbox.state.deployments.get(id),
    source.deployment,
    own,
  ),
};
