import type { GraphqlContext } from '../../GraphqlContext';
import { issueConnection } from './issueConnection';
import type { IssueArguments } from './issueConnection';
import { pullConnection } from './pullConnection';
import type { PullArguments } from './pullConnection';

/** What a person has opened, in all repositories that the viewer may see. */
export function authoredConnection(options: {
  authorId: number;
  pulls: boolean;
  args: IssueArguments & PullArguments;
  context: GraphqlContext;
}) {
  const { authorId, pulls, args, context } = options;
  const common = {
    repositoryId: undefined,
    args,
    context,
    accept: (issue: { authorId: number }) => issue.authorId === authorId,
  };
  return pulls ? pullConnection(common) : issueConnection(common);
}
