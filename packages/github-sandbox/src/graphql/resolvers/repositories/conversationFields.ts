import type { Issue } from '../../../core/state';
import { findIssue } from '../../../issues/findIssue';
import { connection } from '../../connections/connection';
import { sorted } from '../../connections/sorted';
import type { GraphqlContext } from '../../GraphqlContext';
import { Problem } from '../../Problem';
import { demandPermission } from '../../rights/demandPermission';
import { source } from '../../sources/source';
import type { Source } from '../../sources/source';
import { issueConnection } from '../conversations/issueConnection';
import { pullConnection } from '../conversations/pullConnection';
import type { Resolvers } from '../Resolvers';

type RepositorySource = Source<'repository'>;
type Kind = 'Issue' | 'PullRequest';

/** The fields of a repository that are about issues, pull requests, labels and milestones. */
export const conversationFields: Resolvers<RepositorySource> = {
  issues: ({ repository }, args, context) =>
    issueConnection({ repositoryId: repository.id, args, context }),
  issue: (parent, { number }, context) =>
    source.issue(numbered(parent, number, ['Issue'], context)),
  pullRequests: ({ repository }, args, context) =>
    pullConnection({ repositoryId: repository.id, args, context }),
  pullRequest: (parent, { number }, context) =>
    source.issue(numbered(parent, number, ['PullRequest'], context)),
  issueOrPullRequest: (parent, { number }, context) =>
    source.issue(numbered(parent, number, ['Issue', 'PullRequest'], context)),
  pinnedIssues: (_source, args) =>
    connection({ rows: [], args, key: () => 0, node: () => null }),
  label({ repository }, { name }, { sandbox }) {
    const label = sandbox.state.labels
      .by('repository', repository.id)
      .find(row => row.name.toLowerCase() === name.toLowerCase());
    return label ? source.label(label) : null;
  },
  labels: ({ repository }, args, { sandbox }) =>
    connection({
      rows: sorted({
        rows: sandbox.state.labels
          .by('repository', repository.id)
          .filter(({ name, description }) =>
            `${name} ${description ?? ''}`
              .toLowerCase()
              .includes((args.query ?? '').toLowerCase()),
          ),
        orderBy: args.orderBy,
        by: { NAME: row => row.name.toLowerCase(), CREATED_AT: row => row.id },
      }),
      args,
      key: ({ id }) => id,
      node: source.label,
    }),
  milestone({ repository }, { number }, { sandbox }) {
    const milestone = sandbox.state.milestones
      .by('repository', repository.id)
      .find(row => row.number === number);
    return milestone ? source.milestone(milestone) : null;
  },
  milestones: ({ repository }, args, { sandbox }) =>
    connection({
      rows: sorted({
        rows: sandbox.state.milestones
          .by('repository', repository.id)
          .filter(
            ({ title, state }) =>
              title.toLowerCase().includes((args.query ?? '').toLowerCase()) &&
              (!args.states || args.states.includes(state.toUpperCase())),
          ),
        orderBy: args.orderBy,
        by: {
          CREATED_AT: row => row.createdAt,
          UPDATED_AT: row => row.updatedAt,
          DUE_DATE: row => row.dueOn,
          NUMBER: row => row.number,
        },
      }),
      args,
      key: ({ id }) => id,
      node: source.milestone,
    }),
};

function numbered(
  { repository }: RepositorySource,
  number: number,
  kinds: Kind[],
  context: GraphqlContext,
): Issue {
  const { sandbox } = context;
  const issue = findIssue({ sandbox, repository, number });
  const kind: Kind = issue?.pull ? 'PullRequest' : 'Issue';
  if (!issue || !kinds.includes(kind)) {
    const names = kinds.map(name =>
      name === 'Issue' ? 'an Issue' : 'a PullRequest',
    );
    throw new Problem({
      type: 'NOT_FOUND',
      message:
        kinds.length > 1
          ? `Could not resolve to an issue or pull request with the number of ${number}.`
          : `Could not resolve to ${names[0]} with the number of ${number}.`,
    });
  }
  demandPermission({
    context,
    access: {
      permission: {
        name: kind === 'Issue' ? 'issues' : 'pull_requests',
        level: 'read',
      },
    },
    repository,
  });
  return issue;
}
