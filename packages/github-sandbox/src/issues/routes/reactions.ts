import { actorOf } from '../../access';
import type { Reaction } from '../../core/state';
import { GitHubError, notFound } from '../../http/GitHubError';
import { notAMember } from '../../http/invalidRequest';
import { paginate } from '../../http/paginate';
import type { Access, RepositoryCall, Route } from '../../http/Route';
import { hasRole, issueOf } from '../calls';
import { issueAccess } from '../issueAccess';
import { presentReaction } from '../present/presentReaction';
import { addReaction } from '../reactions/addReaction';
import { reactionContents } from '../reactions/reactionContents';
import { commentOf } from './comments';
import { isOneOf } from '../../http/body/isOneOf';

/** The three routes of reactions to one kind of thing. https://docs.github.com/rest/reactions/reactions */
export function reactionRoutes(options: {
  /** The path of the thing. */
  path: string;
  access: (level: 'read' | 'write') => Access;
  subjectOf: (call: RepositoryCall) => Reaction['subject'];
}): Route[] {
  const { path, access, subjectOf } = options;
  const reactionsOf = (call: RepositoryCall) => {
    const { kind, id } = subjectOf(call);
    return call.sandbox.state.reactions.by('subject', `${kind}:${id}`);
  };
  return [
    {
      route: `GET ${path}/reactions`,
      on: 'repository',
      access: access('read'),
      handle(call) {
        const content = call.query.get('content');
        const { rows, total } = paginate({
          call,
          rows: reactionsOf(call).filter(
            reaction => content === null || reaction.content === content,
          ),
        });
        return {
          body: rows.map(reaction => presentReaction({ ...call, reaction })),
          total,
        };
      },
    },
    {
      route: `POST ${path}/reactions`,
      on: 'repository',
      access: access('write'),
      handle(call) {
        const { content } = call.body;
        if (!isOneOf(reactionContents, content)) {
          throw notAMember({ value: content, members: reactionContents });
        }
        const { outcome, reaction } = addReaction({
          sandbox: call.sandbox,
          subject: subjectOf(call),
          user: actorOf(call.viewer),
          content,
        });
        return {
          status: outcome === 'created' ? 201 : 200,
          body: presentReaction({ ...call, reaction }),
        };
      },
    },
    {
      route: `DELETE ${path}/reactions/{reaction_id}`,
      on: 'repository',
      access: access('write'),
      handle(call) {
        const reaction = reactionsOf(call).find(
          ({ id }) => id === Number(call.params.reaction_id),
        );
        if (!reaction) throw notFound();
        if (
          reaction.userId !== actorOf(call.viewer).id &&
          !hasRole(call, 'admin')
        ) {
          throw new GitHubError({
            status: 403,
            message: 'You can only delete your own reactions.',
          });
        }
        call.sandbox.state.reactions.remove(reaction);
        return { status: 204 };
      },
    },
  ];
}

export const issueReactionRoutes: Route[] = [
  ...reactionRoutes({
    path: '/repos/{owner}/{repo}/issues/{issue_number}',
    access: issueAccess,
    subjectOf: call => ({ kind: 'issue', id: issueOf(call).id }),
  }),
  ...reactionRoutes({
    path: '/repos/{owner}/{repo}/issues/comments/{comment_id}',
    access: issueAccess,
    subjectOf: call => ({ kind: 'comment', id: commentOf(call).comment.id }),
  }),
];
