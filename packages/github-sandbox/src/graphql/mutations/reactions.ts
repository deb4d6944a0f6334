import type { Reaction } from '../../core/state';
import { addReaction } from '../../issues/reactions/addReaction';
import { reactionContent } from '../resolvers/conversations/reactionContent';
import { repositoryById } from '../resolvers/shared/repositoryById';
import { source } from '../sources/source';
import { mutation } from './mutation';
import { demandChange } from './demandChange';
import type { MutationCall } from './mutation';
import { nodeOf } from './targets';

/** The mutations of reactions. https://docs.github.com/graphql/reference/mutations#addreaction */
export const reactionMutations = {
  addReaction: mutation(call => {
    const { input, actor, context } = call;
    const { node, subject } = subjectOf(call);
    const { reaction } = addReaction({
      sandbox: context.sandbox,
      subject,
      user: actor,
      content: reactionContent.toRest(input.content),
    });
    return { reaction: source.reaction(reaction), subject: node };
  }),
  removeReaction: mutation(call => {
    const { input, actor, context } = call;
    const { reactions } = context.sandbox.state;
    const { node, subject } = subjectOf(call);
    const own = reactions
      .by('subject', `${subject.kind}:${subject.id}`)
      .find(
        ({ userId, content }) =>
          userId === actor.id &&
          content === reactionContent.toRest(input.content),
      );
    if (own) reactions.remove(own);
    return { reaction: own ? source.reaction(own) : null, subject: node };
  }),
};

function subjectOf(call: MutationCall): {
  node: object;
  subject: Reaction['subject'];
} {
  const { context, input } = call;
  const node = nodeOf({
    id: input.subjectId,
    types: ['Issue', 'PullRequest', 'IssueComment', 'PullRequestReviewComment'],
    context,
  });
  const written = node.comment ?? node.reviewComment;
  const issue = node.issue ?? context.sandbox.state.issues.get(written.issueId);
  demandChange({
    call,
    repository: repositoryById({ id: issue.repositoryId, context }),
    permission: issue.pull && !node.comment ? 'pull_requests' : 'issues',
  });
  if (node.issue) return { node, subject: { kind: 'issue', id: issue.id } };
  return {
    node,
    subject: {
      kind: node.comment ? 'comment' : 'reviewComment',
      id: written.id,
    },
  };
}
