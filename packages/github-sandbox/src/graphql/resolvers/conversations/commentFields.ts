import type { Reaction } from '../../../core/state';
import { authorAssociation } from '../../../issues/present/authorAssociation';
import { includesRole, roleOf } from '../../../access';
import type { GraphqlContext } from '../../GraphqlContext';
import type { Resolvers } from '../Resolvers';
import { personById } from '../shared/personById';
import { plainHtml } from '../shared/plainHtml';
import { repositoryById, repositoryOf } from '../shared/repositoryById';
import { reactionFields } from './reactionFields';

/** What the shared fields need of something that somebody wrote. */
export interface Written {
  id: number;
  authorId: number;
  body: string | null;
  createdAt: string;
  updatedAt: string;
  repositoryId: number;
  /** What its reactions are kept under; undefined: it takes none. */
  subject: Reaction['subject'] | undefined;
}

/** What issues, pull requests, comments and reviews have in common as things that somebody wrote. */
export function commentFields<Source>(
  read: (source: Source, context: GraphqlContext) => Written,
): Resolvers<Source> {
  const isAuthor = (source: Source, context: GraphqlContext) =>
    context.viewer.kind === 'user' &&
    read(source, context).authorId === context.viewer.user.id;
  const mayChange = (source: Source, context: GraphqlContext) =>
    isAuthor(source, context) ||
    canWrite({ repositoryId: read(source, context).repositoryId, context });
  return {
    ...reactionFields(read),
    author: (source, _args, context) =>
      personById({ id: read(source, context).authorId, context }),
    authorAssociation(source, _args, context) {
      const { repositoryId, authorId } = read(source, context);
      return authorAssociation({
        sandbox: context.sandbox,
        repository: repositoryById({ id: repositoryId, context }),
        userId: authorId,
      });
    },
    body: (source, _args, context) => read(source, context).body ?? '',
    bodyText: (source, _args, context) => read(source, context).body ?? '',
    bodyHTML: (source, _args, context) => plainHtml(read(source, context).body),
    createdAt: (source, _args, context) => read(source, context).createdAt,
    updatedAt: (source, _args, context) => read(source, context).updatedAt,
    publishedAt: (source, _args, context) => read(source, context).createdAt,
    createdViaEmail: () => false,
    editor: () => null,
    includesCreatedEdit: () => false,
    lastEditedAt: () => null,
    repository: (source, _args, context) =>
      repositoryOf({ id: read(source, context).repositoryId, context }),
    fullDatabaseId: (source, _args, context) =>
      String(read(source, context).id),
    databaseId: (source, _args, context) => read(source, context).id,
    viewerDidAuthor: (source, _args, context) => isAuthor(source, context),
    viewerCanUpdate: (source, _args, context) => mayChange(source, context),
    viewerCannotUpdateReasons: (source, _args, context) =>
      mayChange(source, context) ? [] : ['INSUFFICIENT_ACCESS'],
  };
}

/** What comments and reviews have beside: they can be deleted and minimised, which nobody does in the sandbox. */
export function remarkFields<Source>(
  read: (source: Source, context: GraphqlContext) => Written,
): Resolvers<Source> {
  const fields = commentFields(read);
  return {
    ...fields,
    viewerCanDelete: fields.viewerCanUpdate,
    isMinimized: () => false,
    minimizedReason: () => null,
    viewerCanMinimize: (source, _args, context) =>
      canWrite({ repositoryId: read(source, context).repositoryId, context }),
  };
}

/** Whether the viewer may push to a repository. */
export function canWrite(options: {
  repositoryId: number;
  context: GraphqlContext;
}) {
  const { repositoryId, context } = options;
  const { sandbox, viewer } = context;
  if (viewer.kind === 'installation') {
    return viewer.token.permissions.contents === 'write';
  }
  const repository = repositoryById({ id: repositoryId, context });
  return includesRole({
    role: roleOf({ sandbox, user: viewer.user, repository }),
    needed: 'push',
  });
}
